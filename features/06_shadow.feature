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
