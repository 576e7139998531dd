Feature: Every Then can fail
  The name of each scenario is the first line of what its last step says when it fails.

  Scenario: The console of publisher should say that the kit is ready ("[MQTT] Opening connection...Success") within 15000 ms, but it said "Not a valid Certificate! Please replace the dummy certificate file 'resources/app/aws_iot/client.cer' with the one got from AWS".
    Given the publisher is programmed with a forgotten certificate
    When I restart the publisher
    Then the publisher gets ready

  Scenario: The console of publisher should print "IPv4 network ready IP: " 1 time for 1 ms, but printed it 0 times.
    Given the publisher is programmed with a forgotten certificate
    When I restart the publisher
    Then the publisher has joined the network

  Scenario: The connection of publisher should have asked for clean session, keep alive 6 s for 1 ms, but asked for MQTT 3.1.1, clean session, keep alive 5 s.
    When I restart the publisher
    And the publisher gets ready
    Then the publisher has asked for a clean session and a keep-alive of 6 seconds

  Scenario: The messages of publisher should have QoS 0 and not be retained for 300 ms, but one has QoS 1.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then what the publisher publishes in 300 milliseconds has QoS 0 and is not retained

  Scenario: The console of lightbulb should print "Config SSID : DEMO_WICED_AWS" within 2000 ms, but its last line was "*******************************************************".
    Given the lightbulb is programmed with the access point "OTHER_AWS"
    When I restart the lightbulb
    Then the lightbulb opens its own access point within 2 seconds

  Scenario: The console of publisher should print "nonsense" within 300 ms, but its last line was "[MQTT] Publishing... Success".
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher says "nonsense" within 300 milliseconds

  Scenario: The console of publisher should not print "Success" for 2000 ms, but printed "[MQTT] Publishing... Success".
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher does not say "Success" in 2 seconds

  Scenario: The console of publisher should stay silent for 2000 ms, but printed "[MQTT] Publishing... Success".
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher says nothing in 2 seconds

  Scenario: LED1 of subscriber should turn on within 200 ms, but stayed off.
    Given the subscriber's LED is off
    When somebody publishes "LIGHT OFF" to the subscriber's topic
    Then the subscriber's LED turns on within 200 milliseconds

  Scenario: LED1 of subscriber should turn off within 200 ms, but stayed on.
    Given the subscriber's LED is on
    When somebody publishes "LIGHT ON" to the subscriber's topic
    Then the subscriber's LED turns off within 200 milliseconds

  Scenario: LED1 of subscriber should stay off for 2000 ms, but turned on.
    Given the subscriber's LED is off
    When somebody publishes "LIGHT ON" to the subscriber's topic
    Then the subscriber's LED stays off for 2 seconds

  Scenario: LED1 of subscriber should change 2 times for 300 ms, but changed once.
    Given the subscriber's LED is off
    When somebody publishes "LIGHT ON", "L" to the subscriber's topic, 100 milliseconds apart
    Then the subscriber's LED changes exactly 2 times in 300 milliseconds

  Scenario: The chain from publisher to LED1 of subscriber should carry each press within 500 ms, but press 1 was never published.
    Given the light is off
    And the publisher is starting
    When I press MB1 on the publisher
    Then each press goes through to the subscriber's LED within 500 milliseconds

  Scenario: The topic demo/bulb should carry "LIGHT ON" within 2000 ms, but what came was "LIGHT OFF" on demo/bulb.
    Given the publisher has just started
    When I press MB1 on the publisher
    Then the publisher publishes "LIGHT ON" within 2 seconds

  Scenario: The topic demo/bulb should carry "LIGHT OFF", "LIGHT OFF" within 2000 ms, but what came was "LIGHT OFF" on demo/bulb, "LIGHT ON" on demo/bulb.
    Given the publisher has just started
    When I press MB1 on the publisher 2 times, 250 milliseconds apart
    Then the publisher publishes "LIGHT OFF", "LIGHT OFF" within 2 seconds

  Scenario: The messages of publisher should carry nothing for 500 ms, but carried 1: "LIGHT OFF" on demo/bulb.
    Given the publisher has just started
    When I press MB1 on the publisher
    Then the publisher publishes nothing in 500 milliseconds

  Scenario: The messages of publisher should carry exactly 2 messages for 300 ms, but carried 1: "LIGHT OFF" on demo/bulb.
    Given the publisher has just started
    When I press MB1 on the publisher
    Then the publisher publishes exactly 2 messages in 300 milliseconds

  Scenario: What subscriber is sent should carry "LIGHT ON", "LIGHT ON" within 2000 ms, but what came was "LIGHT ON" on demo/bulb, "LIGHT OFF" on demo/bulb.
    Given the subscriber is ready
    When somebody publishes "LIGHT ON", "LIGHT OFF" to the subscriber's topic, 100 milliseconds apart
    Then the subscriber receives "LIGHT ON", "LIGHT ON" within 2 seconds

  Scenario: The test client on demo/bulb should carry "A", "C" within 2000 ms, but what came was "A" on demo/bulb, "B" on demo/bulb.
    Given the test client listens to "demo/bulb"
    When somebody publishes "A", "B" to "demo/bulb", 100 milliseconds apart
    Then the test client hears "A", "C" on "demo/bulb" within 2 seconds

  Scenario: The test client on demo/bulb should carry nothing for 300 ms, but carried 1: "A" on demo/bulb.
    Given the test client listens to "demo/bulb"
    When somebody publishes "A" to "demo/bulb"
    Then the test client hears nothing on "demo/bulb" in 300 milliseconds

  Scenario: The connection of publisher should have begun with the kit's own certificate for 1 ms, but nobody sent a CONNECT.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher has connected with its own certificate

  Scenario: The connection of publisher should be cut within 200 ms, but it stayed as it was.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher loses its connection within 200 milliseconds

  Scenario: The connection of publisher should stay away for 60000 ms, but there was a CONNECT with its certificate.
    When I restart the publisher
    Then the publisher does not connect in 60 seconds

  Scenario: The test client on ab_lamp/test should carry "bye" within 2000 ms, but what came was "hello" on ab_lamp/test.
    Given the test client listens to "ab_lamp/test"
    When somebody publishes "hello" to "ab_lamp/test"
    Then the test client hears "bye" on "ab_lamp/test" within 2 seconds

  Scenario: The registry should have thing ab_nobody within 2000 ms, but it has no thing ab_nobody.
    Then the registry has the thing "ab_nobody"

  Scenario: The registry should have an active certificate for ab_nobody within 2000 ms, but it has no thing ab_nobody.
    Then the registry has an active certificate for the thing "ab_nobody"

  Scenario: The registry should let ab_nobody Connect, Publish, Subscribe, Receive within 2000 ms, but it has no thing ab_nobody.
    Then the policy lets the thing "ab_nobody" connect, publish, subscribe and receive

  Scenario: The download should be content within 2000 ms, but there was no answer.
    Then the download is as it should be

  Scenario: The registry should refuse with "still attached" within 2000 ms, but deleting thing ab_nobody succeeded.
    When somebody deletes the thing "ab_nobody"
    Then the registry refuses with "still attached"

  Scenario: The topic lint should be content within 2000 ms, but choosing topic "/ab/bulb" was refused (begins with a slash).
    When somebody chooses the topic "/ab/bulb" for the thing "ab_lamp"
    Then the topic keeps the habits

  Scenario: The topic lint should refuse with "holds a blank" within 2000 ms, but choosing topic "ab/bulb" succeeded.
    When somebody chooses the topic "ab/bulb" for the thing "ab_lamp"
    Then the topic breaks a habit: it "holds a blank"

  Scenario: The client without a certificate should be let in within 2000 ms, but connecting without a certificate was refused (Server closed connection without DISCONNECT.).
    When a client connects without a certificate
    Then the client is let in

  Scenario: The client with the certificate of ab_lamp should be refused within 2000 ms, but connecting with the certificate of ab_lamp succeeded.
    Given the thing "ab_lamp" is provisioned
    When a client connects with the certificate of the thing "ab_lamp"
    Then the client is refused

  Scenario: The client on ab_lamp/test should carry "bye" within 2000 ms, but what came was "hello" on ab_lamp/test.
    Given the thing "ab_lamp" is provisioned
    And a client connects with the certificate of the thing "ab_lamp"
    And the client subscribes to "ab_lamp/test"
    When the client publishes "hello" to "ab_lamp/test"
    Then the client hears "bye" on "ab_lamp/test" within 2 seconds

  Scenario: The client on ab_lamp/test should carry nothing for 300 ms, but carried 1: "hello" on ab_lamp/test.
    Given the thing "ab_lamp" is provisioned
    And a client connects with the certificate of the thing "ab_lamp"
    And the client subscribes to "ab_lamp/test"
    When the client publishes "hello" to "ab_lamp/test"
    Then the client hears nothing on "ab_lamp/test" in 300 milliseconds

  Scenario: The shadow of ab_lamp should desire "status" "OFF" within 300 ms, but the last document had "status" "ON".
    When the cloud desires "status" "ON" of the thing "ab_lamp"
    Then the shadow of the thing "ab_lamp" desires "status" "OFF" within 300 milliseconds

  Scenario: The shadow of ab_lamp should report "status" true within 300 ms, but the last document had "status" "ON".
    Given the shadow of the thing "ab_lamp" is watched
    When the thing "ab_lamp" reports "status" "ON"
    Then the shadow of the thing "ab_lamp" reports "status" true within 300 milliseconds

  Scenario: The shadow of ab_lamp should send a delta with "status" "ON" within 300 ms, but no delta came.
    When the thing "ab_lamp" reports "status" "ON"
    Then the shadow of the thing "ab_lamp" sends a delta with "status" "ON" within 300 milliseconds

  Scenario: The shadow of ab_lamp should send no delta for 2000 ms, but sent {"status":"ON"}.
    When the cloud desires "status" "ON" of the thing "ab_lamp"
    Then the shadow of the thing "ab_lamp" sends no delta in 2 seconds

  Scenario: The shadow of ab_lamp should rise in version within 300 ms, but stayed at 0.
    Given the shadow of the thing "ab_lamp" does not exist
    Then the version of the shadow of the thing "ab_lamp" rises within 300 milliseconds

  Scenario: The shadow of ab_once should rise by 2 versions for 200 ms, but rose by 1, from 0 to 1.
    When the cloud desires "status" "ON" of the thing "ab_once"
    Then the version of the shadow of the thing "ab_once" rises by 2 in 200 milliseconds

  Scenario: The shadow of ab_lamp should say delete/accepted in this order within 300 ms, but said nothing.
    Given the shadow of the thing "ab_lamp" is watched
    Then the messages of the shadow of the thing "ab_lamp" are delete/accepted within 300 milliseconds

  Scenario: The shadow of ab_lamp should refuse with 409 within 2000 ms, but writing desired "status" "ON" succeeded.
    When the cloud desires "status" "ON" of the thing "ab_lamp"
    Then the shadow of the thing "ab_lamp" refuses with 409

  Scenario: The shadow of demo_Publisher should desire "status" "OFF" within 300 ms, but the last document had "status" "ON".
    When the cloud desires "status" "ON" of the publisher
    Then the shadow of the publisher desires "status" "OFF" within 300 milliseconds

  Scenario: The shadow of demo_Lightbulb should agree with LED1 of lightbulb for 300 ms, but desired was "FLICKER", reported was "OFF" and the LED was OFF.
    Given the lightbulb's LED is off
    And the shadow of the lightbulb is watched
    And I press MB1 on the lightbulb 2 times, 250 milliseconds apart
    When the cloud desires "status" "FLICKER" of the lightbulb
    Then the shadow of the lightbulb agrees with the lightbulb's LED after 300 milliseconds

  Scenario: The shadow of demo_Lightbulb should hear of it after LED1 of lightbulb has changed for 1 ms, but the LED did not change.
    Given the lightbulb's LED is off
    And the shadow of the lightbulb is watched
    When the cloud desires "status" "FLICKER" of the lightbulb
    Then the shadow of the lightbulb has heard of it after the lightbulb's LED changed

  Scenario: The page of lightbulb should refuse with "2 access points" within 2000 ms, but configuring it succeeded.
    Given the lightbulb is fresh from its download
    When I try to configure the lightbulb on its page
    Then the page of the lightbulb is refused with "2 access points"

  Scenario: The connection of publisher should try to connect 6 times at growing intervals for 1500 ms, but tried once.
    When I restart the publisher
    Then the publisher tries 6 times at growing intervals in 15 seconds of its own time, or 3 times as its SDK does

  Scenario: The connection of publisher should try to connect 5 times at growing intervals for 1500 ms, but tried once.
    When I restart the publisher
    Then the publisher comes back 5 times at growing intervals in 15 seconds of its own time, or stays away as its SDK does

  Scenario: The connection of publisher should send PUBLISH again with the same packet id within 300 ms, but it sent 1 only.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher sends its message again as the same one within 3 seconds of its own time

  Scenario: The connection of subscriber should send SUBSCRIBE again with the same packet id within 1500 ms, but it sent 1 only.
    When I restart the subscriber
    Then the subscriber asks again as the same subscription within 15 seconds of its own time

  Scenario: The connection of publisher should send SUBSCRIBE within 300 ms, but it sent none.
    When I restart the publisher
    Then the publisher subscribes within 3 seconds of its own time

  Scenario: The connection of publisher should acknowledge messages of QoS 1 for 300 ms, but was sent nothing.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher acknowledges what it is sent in 300 milliseconds, or asks for no acknowledged delivery as its SDK does

  Scenario: The connection of publisher should refuse the cloud's certificate for 1500 ms, but connected all the same.
    When I restart the publisher
    Then the publisher refuses the cloud's certificate in 15 seconds of its own time

  Scenario: The connection of publisher should refuse the cloud's certificate for 300 ms, but nobody broke a handshake off.
    Given the publisher is ready
    When I press MB1 on the publisher
    Then the publisher refuses the cloud's certificate in 3 seconds of its own time, or connects as its SDK does, whose clock says 1970

  Scenario: The registry should have policies that allow what is needed only within 2000 ms, but they allow anybody's Connect.
    Given the lightbulb may speak to its own shadow only
    Then the policies of the lightbulb allow no more than it needs, or are the handout's
