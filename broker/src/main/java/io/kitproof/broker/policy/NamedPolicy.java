package io.kitproof.broker.policy;

/** The default version of a policy, under its name. */
public record NamedPolicy(String name, String arn, PolicyDocument document) {}
