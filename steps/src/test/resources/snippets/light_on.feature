Feature: Light

  Scenario: LIGHT ON lights it
    Given the subscriber is ready
    When somebody publishes "LIGHT ON" to the subscriber's topic
    Then the subscriber's LED turns on within 300 milliseconds
