@device-advisor @needs-cloud @needs-publisher
Feature: Device Advisor, MQTT Publish
  A kit publishes, and publishes again what nobody acknowledges.

  Scenario: MQTT Publish
    Given the publisher has just started
    When I press MB1 on the publisher
    Then the publisher publishes "LIGHT OFF" within 2 seconds
    And what the publisher publishes in 200 milliseconds has QoS 1 and is not retained

  @cloud-fault
  Scenario: MQTT Publish Retry No Puback
    Given the publisher has just started
    And the cloud acknowledges no message of the publisher
    When I press MB1 on the publisher
    Then the publisher sends its message again as the same one within 20 seconds of its own time
