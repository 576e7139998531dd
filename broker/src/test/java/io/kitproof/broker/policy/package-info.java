@org.jspecify.annotations.NullMarked
package io.kitproof.broker.policy;
