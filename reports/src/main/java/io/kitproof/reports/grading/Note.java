package io.kitproof.reports.grading;

/**
 * Something that a look at a submission's files found; it costs no points by itself.
 *
 * @param where as {@code publisher/publisher.c:12}, or the kit it is about
 * @param code what kind of finding
 * @param text one sentence
 * @param advice what to do about it; nothing when that is plain
 */
public record Note(String where, String code, String text, String advice) {}
