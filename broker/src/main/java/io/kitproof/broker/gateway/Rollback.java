package io.kitproof.broker.gateway;

/** Undoes what was scripted; calling it twice is fine. */
public interface Rollback extends AutoCloseable {

  @Override
  void close();
}
