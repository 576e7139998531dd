package io.kitproof.broker.http.data;

/** What the policies of a device allow. */
public interface Authority {

  /**
   * Decides; called on a worker thread.
   *
   * @param principal SHA-256 of the device's certificate in hex
   * @param action such as {@code iot:GetThingShadow}
   * @param resource an ARN, or {@code *} for actions on no resource
   */
  boolean allows(String principal, String action, String resource);
}
