package io.kitproof.reports.answers;

/**
 * A question of a key.
 *
 * @param gist what it asks, in few words
 * @param points it is worth, more than 0
 */
public record Question(int number, String gist, double points) {}
