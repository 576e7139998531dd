package io.kitproof.broker.policy;

/**
 * Whether something may be done.
 *
 * @param action such as {@code iot:Publish}
 * @param resource the full ARN, such as {@code arn:aws:iot:us-east-1:123456789012:topic/abc/bulb}
 * @param variables of whoever wants to do it
 */
public record Question(String action, String resource, Variables variables) {}
