package io.kitproof.broker.traffic;

/** Which way a packet went, seen from the cloud. */
public enum Direction {
  FROM_CLIENT,
  TO_CLIENT
}
