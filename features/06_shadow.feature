@exercise-06 @needs-cloud
Feature: Exercise 06, a shadow in the cloud
  The cloud keeps a document for each thing: what is desired of it and what it has reported.
  Where the two differ the cloud says so, until the thing has done what is desired.

  Rule: What is desired and what is reported find each other

    Scenario: It is desired, the thing is told, it reports, and both agree
      Given the shadow of the thing "ab_lamp" does not exist
      When the cloud desires "status" "ON" of the thing "ab_lamp"
      Then the shadow of the thing "ab_lamp" sends a delta with "status" "ON" within 2 seconds
      And the messages of the shadow of the thing "ab_lamp" are accepted, documents, delta in any order within 2 seconds
      When the thing "ab_lamp" reports "status" "ON"
      Then the shadow of the thing "ab_lamp" reports "status" "ON" within 2 seconds
      And the messages of the shadow of the thing "ab_lamp" are update, accepted, documents in any order within 2 seconds
      And the shadow of the thing "ab_lamp" sends no delta in 300 milliseconds
      And the version of the shadow of the thing "ab_lamp" rises by 1 in 200 milliseconds

    Scenario: As long as they differ each report is answered with a delta
      Given the cloud desires "status" "ON" of the thing "ab_lamp"
      When the thing "ab_lamp" reports "status" "OFF"
      Then the shadow of the thing "ab_lamp" reports "status" "OFF" within 2 seconds
      And the shadow of the thing "ab_lamp" sends a delta with "status" "ON" within 2 seconds

    Scenario Outline: The cloud takes any value: whether <value> makes sense is the thing's affair
      Given the thing "ab_lamp" reports "status" "OFF"
      When the cloud desires "status" <value> of the thing "ab_lamp"
      Then the shadow of the thing "ab_lamp" desires "status" <value> within 2 seconds
      And the shadow of the thing "ab_lamp" sends a delta with "status" <value> within 2 seconds

      Examples:
        | value   |
        | "BLINK" |
        | "off"   |
        | ""      |
        | true    |
        | 1       |

  Rule: Each update makes a new version, and nobody overwrites what he has not seen

    Scenario: Two updates are two versions
      Given the shadow of the thing "ab_lamp" does not exist
      When the cloud desires "status" "ON" of the thing "ab_lamp"
      Then the version of the shadow of the thing "ab_lamp" rises by 1 in 200 milliseconds
      When the cloud desires "status" "OFF" of the thing "ab_lamp" at its version
      Then the version of the shadow of the thing "ab_lamp" rises by 1 in 200 milliseconds

    Scenario: An update of an outdated version is refused and changes nothing
      Given the cloud desires "status" "ON" of the thing "ab_lamp"
      And the cloud desires "status" "OFF" of the thing "ab_lamp"
      When the cloud desires "status" "ON" of the thing "ab_lamp" at an outdated version
      Then the shadow of the thing "ab_lamp" refuses with 409
      And the version of the shadow of the thing "ab_lamp" rises by 0 in 200 milliseconds

  Rule: A shadow can be deleted and begins anew

    Scenario: Deleted, it is gone
      Given the cloud desires "status" "ON" of the thing "ab_lamp"
      When the shadow of the thing "ab_lamp" is deleted
      Then the messages of the shadow of the thing "ab_lamp" are delete/accepted within 2 seconds
      When somebody asks for the shadow of the thing "ab_lamp"
      Then the shadow of the thing "ab_lamp" refuses with 404

    Scenario: Made again, it does not count from one
      Given the cloud desires "status" "ON" of the thing "ab_lamp"
      And the shadow of the thing "ab_lamp" is deleted
      When the cloud desires "status" "OFF" of the thing "ab_lamp"
      Then the shadow of the thing "ab_lamp" desires "status" "OFF" within 2 seconds
      And the version of the shadow of the thing "ab_lamp" rises within 2 seconds

  @configured
  Rule: A fresh kit is configured on a page of its own

    @needs-lightbulb @virtual
    Scenario: From a fresh kit to a shadow in the cloud
      Given the lightbulb is fresh from its download
      When I configure the lightbulb on its page
      Then the lightbulb says "Successfully joined" within 30 seconds of its own time
      And the lightbulb gets ready
      And the lightbulb has connected with its own certificate

    @needs-lightbulb
    Scenario: The button held during a reset takes name and flag away, and it is configured again
      Given the lightbulb is ready
      When I hold MB1 on the lightbulb down
      And I restart the lightbulb
      Then the lightbulb says "DCT clearing end" within 20 seconds of its own time
      When I let MB1 on the lightbulb go
      And I configure the lightbulb on its page
      Then the lightbulb gets ready

    @needs-lightbulb @virtual
    Scenario: A download takes its configuration away
      Given the lightbulb is ready
      And the lightbulb is fresh from its download
      Then the lightbulb opens its own access point within 20 seconds of its own time
      And the lightbulb does not say "Joining" in 5 seconds of its own time

    @needs-lightbulb @virtual
    Scenario: Who forgets one of the two files has a kit that never gets to the cloud
      Given the lightbulb is fresh from its download
      When I configure the lightbulb on its page but forget the key
      Then the lightbulb says "Successfully joined" within 30 seconds of its own time
      And the lightbulb says "[MQTT] Connecting to MQTT Broker..." within 60 seconds of its own time
      And the lightbulb does not say "Successfully connected" in 6 seconds of its own time

    @needs-lightbulb @virtual
    Scenario: With another thing's name and a policy for its own it is not heard
      Given the lightbulb is fresh from its download
      And the lightbulb may speak to its own shadow only
      When I configure the lightbulb on its page as "someone_else"
      Then the lightbulb says "Shadow State Topic: $aws/things/someone_else/shadow/update" within 60 seconds of its own time
      And the lightbulb does not say "Publish SUCCEEDED" in 6 seconds of its own time

    @needs-lightbulb @virtual
    Scenario: With its own name and a policy for its own it is heard
      Given the lightbulb is fresh from its download
      And the lightbulb may speak to its own shadow only
      When I configure the lightbulb on its page
      Then the lightbulb gets ready

    @needs-lightbulb @needs-lightbulb2 @virtual
    Scenario: Of two kits that call their access points alike neither is configured
      Given the lightbulb is programmed with the access point "WICED_AWS"
      And the lightbulb2 is programmed with the access point "WICED_AWS"
      When I restart the lightbulb
      Then the lightbulb says "Config SSID : WICED_AWS" within 20 seconds of its own time
      When I restart the lightbulb2
      Then the lightbulb2 says "Config SSID : WICED_AWS" within 20 seconds of its own time
      When I try to configure the lightbulb on its page
      Then the page of the lightbulb is refused with "2 access points are called WICED_AWS"
      And the lightbulb does not say "url_query_string" in 300 milliseconds
      And the lightbulb2 does not say "url_query_string" in 300 milliseconds

    @needs-lightbulb @needs-lightbulb2 @virtual
    Scenario: With an access point of its own it is configured though another is open
      Given the lightbulb2 is programmed with the access point "WICED_AWS_2"
      When I restart the lightbulb2
      Then the lightbulb2 says "Config SSID : WICED_AWS_2" within 20 seconds of its own time
      Given the lightbulb is fresh from its download
      When I configure the lightbulb on its page
      Then the lightbulb gets ready
      When I configure the lightbulb2 on its page
      Then the lightbulb2 gets ready

  @follows
  Rule: Button, light and shadow follow each other

    @needs-lightbulb
    Scenario Outline: A press turns the light <after>, then the cloud hears of it and has nothing to add
      Given the lightbulb's LED is <before>
      And the shadow of the lightbulb is watched
      When I press MB1 on the lightbulb
      Then the lightbulb's LED turns <after> within 2 seconds
      And the shadow of the lightbulb reports "status" "<state>" within 2 seconds
      And the messages of the shadow of the lightbulb are update, accepted, documents in any order within 2 seconds
      And the shadow of the lightbulb has heard of it after the lightbulb's LED changed
      And the shadow of the lightbulb sends no delta in 300 milliseconds
      And the version of the shadow of the lightbulb rises by 1 in 200 milliseconds

      Examples:
        | before | after | state |
        | off    | on    | ON    |
        | on     | off   | OFF   |

    @needs-lightbulb
    Scenario: What the cloud desires goes to the light and comes back as reported
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      When the cloud desires "status" "ON" of the lightbulb
      Then the shadow of the lightbulb sends a delta with "status" "ON" within 2 seconds
      And the lightbulb says "Requested LED State[ON] Current LED State [OFF]" within 2 seconds
      And the lightbulb's LED turns on within 2 seconds
      And the shadow of the lightbulb reports "status" "ON" within 2 seconds
      And the version of the shadow of the lightbulb rises by 2 in 300 milliseconds

    @needs-lightbulb
    Scenario: What is desired already changes nothing
      Given the lightbulb's LED is on
      And the shadow of the lightbulb is watched
      When the cloud desires "status" "ON" of the lightbulb
      Then the shadow of the lightbulb desires "status" "ON" within 2 seconds
      And the shadow of the lightbulb sends no delta in 300 milliseconds
      And the lightbulb's LED stays on for 300 milliseconds

    @needs-lightbulb
    Scenario Outline: <wish> is neither ON nor OFF, and the light <does>
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      When the cloud desires "status" <wish> of the lightbulb
      Then the lightbulb says "Received" within 2 seconds
      And the lightbulb's LED changes exactly <times> times in 500 milliseconds

      Examples:
        | wish      | does            | times |
        | "BLINK"   | changes         | 1     |
        | "FLICKER" | stays as it was | 0     |

    @needs-lightbulb
    Scenario: Deleted and made again by the next press
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      And the shadow of the lightbulb is deleted
      When I press MB1 on the lightbulb
      Then the shadow of the lightbulb reports "status" "ON" within 2 seconds
      And the lightbulb's LED turns on within 2 seconds

  @meets
  Rule: A press and a wish may meet, and at the end all agree

    @needs-lightbulb
    Scenario: A press and a wish at the same moment: whichever comes last is done
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      When I press MB1 on the lightbulb
      And the cloud desires "status" "OFF" of the lightbulb
      Then the version of the shadow of the lightbulb rises within 2 seconds
      And the shadow of the lightbulb agrees with the lightbulb's LED after 500 milliseconds

    @needs-lightbulb @cloud-fault
    Scenario: A wish that comes while the cloud still owes the press its answer is done after it
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      And the cloud takes 3 seconds of its own time to acknowledge what the lightbulb tells its shadow
      When I press MB1 on the lightbulb
      Then the lightbulb's LED turns on within 2 seconds
      And the shadow of the lightbulb reports "status" "ON" within 2 seconds
      And the shadow of the lightbulb has heard of it after the lightbulb's LED changed
      When the cloud desires "status" "OFF" of the lightbulb
      Then the lightbulb says "Requested LED State[OFF] Current LED State [ON]" within 2 seconds
      And the shadow of the lightbulb reports "status" "OFF" within 5 seconds
      And the lightbulb's LED turns off within 5 seconds
      And the version of the shadow of the lightbulb rises by 2 in 300 milliseconds
      And the shadow of the lightbulb agrees with the lightbulb's LED after 300 milliseconds

  @quirks
  Rule: What the app does not look at shows

    @needs-lightbulb
    Scenario: What is desired while the kit starts is missed, for it asks too late
      Given the lightbulb is ready
      And the shadow of the lightbulb is watched
      And the lightbulb is starting
      When the cloud desires "status" "ON" of the lightbulb
      Then the lightbulb gets ready
      And the shadow of the lightbulb sends a delta with "status" "ON" within 10 seconds
      And the lightbulb does not say "Received" in 5 seconds of its own time
      And the lightbulb's LED stays off for 300 milliseconds

    @needs-lightbulb @cloud-fault
    Scenario: Half a delta makes it deaf to every wish until it is restarted
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      When half a delta reaches the lightbulb
      Then the lightbulb says "Received" within 2 seconds
      When the cloud desires "status" "ON" of the lightbulb
      Then the shadow of the lightbulb sends a delta with "status" "ON" within 2 seconds
      And the lightbulb says "Received" within 2 seconds
      And the lightbulb does not say "Requested LED State" in 300 milliseconds
      And the lightbulb's LED stays off for 300 milliseconds
      When I restart the lightbulb
      Then the lightbulb gets ready
      When the cloud desires "status" "ON" of the lightbulb
      Then the lightbulb's LED turns on within 2 seconds
      And the shadow of the lightbulb reports "status" "ON" within 2 seconds

    @needs-lightbulb
    Scenario: A light that follows the button proves nothing about the cloud
      Given the lightbulb's LED is off
      When the broker is lost
      And I press MB1 on the lightbulb
      Then the lightbulb says "Button is pressed" within 2 seconds
      And the lightbulb's LED turns on within 2 seconds
      And the lightbulb does not say "Publish SUCCEEDED" in 10 seconds of its own time
