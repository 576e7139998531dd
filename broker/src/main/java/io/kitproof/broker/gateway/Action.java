package io.kitproof.broker.gateway;

/** What a policy is asked about on MQTT (facts of AWS IoT, 3). */
public enum Action {
  CONNECT("iot:Connect"),
  PUBLISH("iot:Publish"),
  RETAIN_PUBLISH("iot:RetainPublish"),
  SUBSCRIBE("iot:Subscribe"),
  RECEIVE("iot:Receive");

  private final String name;

  Action(String name) {
    this.name = name;
  }

  /** As policies spell it, such as {@code iot:Connect}. */
  @Override
  public String toString() {
    return name;
  }
}
