@device-advisor @needs-cloud
Feature: Device Advisor, MQTT Connect
  A kit connects; where it gets no answer it tries again, later each time.

  Rule: MQTT Connect

    Scenario Outline: The <kit> connects
      Given the <kit> is ready
      When I restart the <kit>
      Then the <kit> gets ready
      And the <kit> has connected with its own certificate

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

  Rule: MQTT Connect Jitter Backoff Retries, MQTT Connect Exponential Backoff Retries

    # A known limit of the SDK: three attempts 5 seconds apart, then never again.
    @cloud-fault
    Scenario Outline: The <kit> is not answered and tries again, later each time
      Given the <kit> is ready
      And the cloud does not answer when the <kit> connects
      When I restart the <kit>
      Then the <kit> tries 6 times at growing intervals in 45 seconds of its own time, or 3 times as its SDK does

      @needs-publisher
      Examples:
        | kit       |
        | publisher |

      @needs-lightbulb
      Examples:
        | kit       |
        | lightbulb |

    @cloud-fault @needs-publisher
    Scenario: Answered at last, it is connected
      Given the cloud does not answer the next 2 times the publisher connects
      When I restart the publisher
      Then the publisher gets ready

    @cloud-fault @needs-publisher
    Scenario: An answer that takes its time is waited for
      Given the cloud answers 3 seconds of its own time late when the publisher connects
      When I restart the publisher
      Then the publisher gets ready
