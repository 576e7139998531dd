package io.kitproof.broker.policy;

import java.util.List;

/**
 * A decision and where it came from.
 *
 * @param allowing the policies with a statement that allows it, even if another one denies it
 * @param denying the policies with a statement that denies it
 * @param missingContextValues names of the variables and condition keys that statements about this
 *     action wanted and that had no value
 */
public record Explanation(
    Decision decision,
    List<NamedPolicy> allowing,
    List<NamedPolicy> denying,
    List<String> missingContextValues) {}
