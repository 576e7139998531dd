@exercise-05 @needs-publisher @needs-subscriber
Feature: Exercise 05, a button here and a light there
  Two kits, each with a certificate of its own: a press on one switches the light of the other.

  @switches
  Rule: A press switches the light

    Scenario: A press turns the light on, the next one turns it off
      Given the light is off
      When I press MB1 on the publisher
      Then the subscriber's LED turns on within 2 seconds
      When I press MB1 on the publisher
      Then the subscriber's LED turns off within 2 seconds

    Scenario: Twenty presses at random moments switch it twenty times
      Given the light is off
      When I press MB1 on the publisher 20 times at random moments
      Then each press goes through to the subscriber's LED within 2 seconds
      And the subscriber's LED changes exactly 20 times in 200 milliseconds

    Scenario: The test client sees what the subscriber sees
      Given the light is off
      And the test client listens to the publisher's topic
      When I press MB1 on the publisher 4 times, 250 milliseconds apart
      Then the test client hears "LIGHT ON", "LIGHT OFF", "LIGHT ON", "LIGHT OFF" on the publisher's topic within 2 seconds
      And the subscriber receives "LIGHT ON", "LIGHT OFF", "LIGHT ON", "LIGHT OFF" within 2 seconds
      And the subscriber's LED changes exactly 4 times in 200 milliseconds

  @identity
  Rule: Each kit is somebody

    Scenario: A subscriber that may read but not write still does its work
      Given the subscriber may read but not write
      And the subscriber has just started
      And the light is off
      When I press MB1 on the publisher
      Then the subscriber's LED turns on within 2 seconds

    Scenario: What a subscriber may not write is refused and nobody hears it
      Given the subscriber may read but not write
      And the light is off
      And the test client listens to the subscriber's topic
      When a client connects with the certificate of the subscriber
      Then the client is let in
      When the client publishes "LIGHT ON" to the subscriber's topic
      Then the client is refused
      And the test client hears nothing on the subscriber's topic in 300 milliseconds
      And the subscriber's LED stays off for 300 milliseconds

    Scenario: Each kit connects with the certificate it was given
      When I restart the publisher
      Then the publisher gets ready
      And the publisher has connected with its own certificate
      When I restart the subscriber
      Then the subscriber gets ready
      And the subscriber has connected with its own certificate

    @virtual
    Scenario: Two kits with one client id: the second throws the first out
      Given the publisher is ready
      And the subscriber is programmed with the other kit's client id
      When I restart the subscriber
      Then the publisher loses its connection within 60 seconds of its own time
      And the publisher says nothing in 300 milliseconds
      And the publisher does not connect in 300 milliseconds
