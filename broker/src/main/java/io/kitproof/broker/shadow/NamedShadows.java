package io.kitproof.broker.shadow;

import java.util.List;
import java.util.Optional;

/**
 * A page of the named shadows of a thing.
 *
 * @param results their names in ascending order; the classic shadow has none
 * @param nextToken for the page after this one; absent on the last page
 * @param timestamp when it was asked, in seconds since 1970
 */
public record NamedShadows(List<String> results, Optional<String> nextToken, long timestamp) {}
