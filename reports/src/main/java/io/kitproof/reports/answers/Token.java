package io.kitproof.reports.answers;

import java.util.List;

/**
 * A word or a name in an answer.
 *
 * @param text in small letters
 * @param stems of it, and of the parts between its slashes and dots
 * @param clause which part of the answer between commas and the like it is in
 * @param denied true after a "not"
 */
record Token(String text, List<String> stems, int clause, boolean denied) {}
