@device-advisor @needs-cloud @cloud-fault
Feature: Device Advisor, MQTT Reconnect
  A kit that the cloud disconnects comes back, later each time.

  # A known limit of the SDK: who loses the connection stays away, unless a button is pressed.
  Scenario Outline: MQTT Reconnect Backoff Retries On Server Disconnect: the <kit> is not let in again
    Given the <kit> is ready
    And the cloud does not answer when the <kit> connects
    When the cloud disconnects the <kit> 1 time
    Then the <kit> comes back 5 times at growing intervals in 40 seconds of its own time, or stays away as its SDK does

    @needs-publisher
    Examples:
      | kit       |
      | publisher |

    @needs-subscriber
    Examples:
      | kit        |
      | subscriber |

  Scenario Outline: MQTT Reconnect Backoff Retries On Unstable Connection: the <kit> is let in and thrown out
    Given the <kit> is ready
    When the cloud disconnects the <kit> 6 times
    Then the <kit> comes back 5 times at growing intervals in 40 seconds of its own time, or stays away as its SDK does

    @needs-publisher
    Examples:
      | kit       |
      | publisher |

    @needs-lightbulb
    Examples:
      | kit       |
      | lightbulb |
