@device-advisor @needs-cloud @cloud-fault
Feature: Device Advisor, MQTT Keep Alive
  A kit notices that the cloud has fallen silent, and gives the connection up.

  Scenario Outline: MQTT No Ack PingResp: nothing is answered to the <kit>, nor closed
    Given the <kit> is ready
    When the cloud falls silent for the <kit>
    Then the <kit> loses its connection within 20 seconds of its own time

    @needs-publisher
    Examples:
      | kit       |
      | publisher |

    @needs-subscriber
    Examples:
      | kit        |
      | subscriber |

    @needs-lightbulb
    Examples:
      | kit       |
      | lightbulb |

  @needs-subscriber
  Scenario: Only pings are not answered
    Given the cloud answers no ping of the subscriber
    When I restart the subscriber
    Then the subscriber gets ready
    And the subscriber loses its connection within 60 seconds of its own time
