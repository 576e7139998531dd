@exercise-02 @needs-publisher
Feature: Exercise 02, a button that speaks to the cloud
  Each press of MB1 on the publisher sends one message to the student's own topic:
  LIGHT OFF first, then LIGHT ON, and so on in turn.

  @starts
  Rule: It starts by itself and says who it is

    Scenario: It boots, joins the network and connects with its own certificate
      When I restart the publisher
      Then the publisher gets ready
      And the publisher has joined the network
      And the publisher has connected with its own certificate
      And the publisher has asked for a clean session and a keep-alive of 5 seconds

    Scenario: The first message after a start is LIGHT OFF
      Given the publisher has just started
      When I press MB1 on the publisher
      Then the publisher publishes "LIGHT OFF" within 2 seconds
      And the publisher says "[MQTT] Publishing... Success" within 2 seconds

  @presses
  Rule: One press, one message, in turn

    Scenario: Presses alternate
      Given the publisher has just started
      When I press MB1 on the publisher 3 times, 250 milliseconds apart
      Then the publisher publishes "LIGHT OFF", "LIGHT ON", "LIGHT OFF" within 2 seconds
      And the publisher publishes exactly 3 messages in 200 milliseconds
      And what the publisher publishes in 200 milliseconds has QoS 1 and is not retained

    Scenario: A long hold publishes once, when the button is let go
      Given the publisher is ready
      When I hold MB1 on the publisher down
      Then the publisher publishes nothing in 500 milliseconds
      When I let MB1 on the publisher go
      Then the publisher publishes exactly 1 message in 300 milliseconds

    Scenario: Somebody who listens to another topic hears nothing
      Given the publisher is ready
      And the test client listens to "somebody/else"
      When I press MB1 on the publisher
      Then the publisher says "[MQTT] Publishing... Success" within 2 seconds
      And the test client hears nothing on "somebody/else" in 300 milliseconds

  @lost-presses
  Rule: A press at the wrong moment is lost

    Scenario: A press before it is ready is lost
      Given the publisher is starting
      When I press MB1 on the publisher
      Then the publisher gets ready
      When I press MB1 on the publisher
      Then the publisher publishes "LIGHT OFF" within 2 seconds
      And the publisher publishes exactly 1 message in 300 milliseconds

    @cloud-fault
    Scenario: A press while it is publishing is lost
      Given the publisher is ready
      And the cloud takes 350 milliseconds to acknowledge a message on the publisher's topic
      When I press MB1 on the publisher 2 times, 60 milliseconds apart
      Then the publisher says "[MQTT] Publishing... Success" within 2 seconds
      And the publisher publishes exactly 1 message in 400 milliseconds

    @cloud-fault
    Scenario: A message that nobody acknowledges is tried again as it is
      Given the publisher has just started
      And the cloud acknowledges no message of the publisher
      When I press MB1 on the publisher
      Then the publisher says "[MQTT] Publishing... Failed" within 25 seconds of its own time
      And the publisher publishes "LIGHT OFF", "LIGHT OFF", "LIGHT OFF" within 25 seconds

  @cloud-lost
  Rule: When the cloud is lost it notices at the next press

    @cloud-fault
    Scenario: The broker is lost and comes back
      Given the publisher is ready
      When the broker is lost
      Then the publisher says nothing in 300 milliseconds
      When the broker comes back
      And I press MB1 on the publisher
      Then the publisher says "[MQTT] Publishing... Failed" within 20 seconds of its own time
      And the publisher says "[MQTT] Closing connection..." within 40 seconds of its own time
      And the publisher says "[MQTT] Opening connection...Success" within 60 seconds of its own time
      # A known fault of the SDK: after one failure it never listens to its button again.
      When I press MB1 on the publisher
      Then the publisher publishes nothing in 300 milliseconds
      And the publisher says nothing in 300 milliseconds

    @cloud-fault
    Scenario: The broker is lost and stays away
      Given the publisher is ready
      When the broker is lost
      And I press MB1 on the publisher
      Then the publisher says "[MQTT] Publishing... Failed" within 20 seconds of its own time
      And the publisher says "[MQTT] Closing connection...[MQTT] Opening connection...Failed" within 60 seconds of its own time
      And the publisher says "[MQTT] Deinit connection..." within 60 seconds of its own time

  Rule: What is set up wrong shows on the console

    @virtual
    Scenario: The broker's name is misspelt
      Given the publisher is programmed with a misspelt broker name
      When I restart the publisher
      Then the publisher says "Resolved Broker IP: 0.0.0.0" within 60 seconds of its own time
      And the publisher says "Error in resolving DNS" within 60 seconds of its own time
      And the publisher does not say "Opening connection" in 200 milliseconds

    @virtual
    Scenario: The cloud's certificate comes from an authority it does not trust
      Given the publisher is programmed with another authority's root certificate
      When I restart the publisher
      Then the publisher says "[MQTT] Opening connection...Failed" within 60 seconds of its own time
      And the publisher says "[MQTT] Deinit connection..." within 60 seconds of its own time
      And the publisher does not connect in 200 milliseconds

    @virtual
    Scenario: The certificate was forgotten
      Given the publisher is programmed with a forgotten certificate
      When I restart the publisher
      Then the publisher says "Not a valid Certificate! Please replace the dummy certificate file 'resources/app/aws_iot/client.cer' with the one got from AWS" within 20 seconds of its own time
      And the publisher does not say "Joining" in 300 milliseconds
