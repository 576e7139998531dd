Feature: Verdicts

  Scenario: passes
    Given the publisher is ready

  Scenario: has words nobody knows
    When I sing to the publisher

  @needs-barometer
  Scenario: needs another kit
    Given the barometer is ready

  Scenario: asks for a kit nobody has
    Given the pubisher is ready
