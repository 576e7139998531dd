@exercise-04 @needs-subscriber
Feature: Exercise 04, a light that listens to the cloud
  The subscriber's LED follows the messages on its topic: LIGHT ON lights it,
  LIGHT OFF puts it out, and the console says which it understood.

  @starts
  Rule: It starts by itself and says who it is

    Scenario: It boots, connects with its own certificate and subscribes
      When I restart the subscriber
      Then the subscriber gets ready
      And the subscriber has connected with its own certificate
      And the subscriber has asked for a clean session and a keep-alive of 5 seconds

  @texts
  Rule: The text decides

    Scenario: LIGHT ON lights it
      Given the subscriber's LED is off
      When somebody publishes "LIGHT ON" to the subscriber's topic
      Then the subscriber's LED turns on within 2 seconds
      And the subscriber says "light on" within 2 seconds

    Scenario: LIGHT OFF puts it out
      Given the subscriber's LED is on
      When somebody publishes "LIGHT OFF" to the subscriber's topic
      Then the subscriber's LED turns off within 2 seconds
      And the subscriber says "light off" within 2 seconds

    Scenario Outline: <message> turns it <state>
      Given the subscriber's LED is <before>
      When somebody publishes <message> to the subscriber's topic
      Then the subscriber's LED turns <state> within 2 seconds
      And the subscriber says "light <state>" within 2 seconds

      Examples: What the firmware takes for LIGHT ON: the text itself and whatever it begins with
        | message                                | before | state |
        | "LIGHT ON"                             | off    | on    |
        | "L"                                    | off    | on    |
        | an empty message                       | off    | on    |
        | "LIGHT ON" with a zero byte at its end | off    | on    |

      Examples: Everything else puts it out
        | message         | before | state |
        | "LIGHT OFF"     | on     | off   |
        | "light on"      | on     | off   |
        | "LIGHT ON!"     | on     | off   |
        | "X"             | on     | off   |
        | a JSON document | on     | off   |

  @keeps-up
  Rule: It keeps up, and it does not listen for ever

    Scenario: Two messages 100 milliseconds apart both act
      Given the subscriber's LED is off
      When somebody publishes "LIGHT ON", "LIGHT OFF" to the subscriber's topic, 100 milliseconds apart
      Then the subscriber says "light off" within 2 seconds
      And the subscriber's LED changes exactly 2 times in 200 milliseconds

    Scenario: A message on another topic does nothing
      Given the subscriber's LED is off
      When somebody publishes "LIGHT ON" to "somebody/else"
      Then the subscriber's LED stays off for 300 milliseconds
      And the subscriber says nothing in 300 milliseconds

    @cloud-fault
    Scenario: When the broker is lost it falls silent and its light stays as it is
      Given the subscriber's LED is on
      When the broker is lost
      And the broker comes back
      And somebody publishes "LIGHT OFF" to the subscriber's topic
      Then the subscriber's LED stays on for 300 milliseconds
      And the subscriber says nothing in 300 milliseconds
      And the subscriber does not connect in 300 milliseconds
