@device-advisor @needs-cloud
Feature: Device Advisor, MQTT Subscribe
  A kit subscribes, asks again where nobody confirms, and acknowledges what it gets.

  Rule: MQTT Subscribe

    Scenario Outline: The <kit> subscribes
      Given the <kit> is ready
      When I restart the <kit>
      Then the <kit> subscribes within 60 seconds of its own time

      @needs-subscriber
      Examples:
        | kit        |
        | subscriber |

      @needs-lightbulb
      Examples:
        | kit       |
        | lightbulb |

    @cloud-fault @needs-subscriber
    Scenario: MQTT Subscribe Retry No Suback
      Given the cloud confirms no subscription of the subscriber
      When I restart the subscriber
      Then the subscriber asks again as the same subscription within 60 seconds of its own time

    @cloud-fault @needs-subscriber
    Scenario: MQTT Expired Persistent Session: nothing is left of it, and it subscribes again
      Given the cloud has forgotten the session of the subscriber
      When I restart the subscriber
      Then the subscriber subscribes within 60 seconds of its own time

  Rule: MQTT Client Puback Qos1

    # The course's firmware subscribes with QoS 0, where nothing is acknowledged.
    @needs-subscriber
    Scenario: The subscriber acknowledges a message
      Given the subscriber is ready
      When somebody publishes "LIGHT ON" to the subscriber's topic
      Then the subscriber acknowledges what it is sent in 500 milliseconds, or asks for no acknowledged delivery as its SDK does

  Rule: Messages may come twice or late

    @cloud-fault @needs-subscriber
    Scenario: Twice
      Given the subscriber's LED is off
      And the cloud delivers each message to the subscriber twice
      When somebody publishes "LIGHT ON" to the subscriber's topic
      Then the subscriber receives "LIGHT ON", "LIGHT ON" within 2 seconds
      And the subscriber's LED changes exactly 1 time in 300 milliseconds

    @cloud-fault @needs-subscriber
    Scenario: Late
      Given the subscriber's LED is off
      And the cloud delivers messages to the subscriber 500 milliseconds late
      When somebody publishes "LIGHT ON" to the subscriber's topic
      Then the subscriber's LED stays off for 300 milliseconds
      And the subscriber's LED turns on within 2 seconds
