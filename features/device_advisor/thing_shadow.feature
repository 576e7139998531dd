@device-advisor @needs-cloud @needs-lightbulb
Feature: Device Advisor, Shadow
  A kit tells its shadow how it is, and becomes what its shadow desires.

  Scenario: Shadow Publish Reported State
    Given the lightbulb is ready
    And the shadow of the lightbulb is watched
    When I restart the lightbulb
    Then the shadow of the lightbulb reports "status" "OFF" within 60 seconds

  Scenario: Shadow Update Reported State
    Given the lightbulb's LED is off
    And the shadow of the lightbulb is watched
    When the cloud desires "status" "ON" of the lightbulb
    Then the shadow of the lightbulb reports "status" "ON" within 2 seconds

  Rule: An update may be refused, which the app does not ask about

    @cloud-fault
    Scenario: The cloud can't take it
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      And the cloud can't take shadow updates of the lightbulb
      When I press MB1 on the lightbulb
      Then the shadow of the lightbulb refuses with 500
      And the lightbulb's LED turns on within 2 seconds

    @cloud-fault
    Scenario: Somebody else was first
      Given the lightbulb's LED is off
      And the shadow of the lightbulb is watched
      And the cloud finds a version conflict in each shadow update of the lightbulb
      When I press MB1 on the lightbulb
      Then the shadow of the lightbulb refuses with 409
      And the lightbulb's LED turns on within 2 seconds
