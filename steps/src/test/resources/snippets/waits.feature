Feature: A wait
  Scenario: waits for what nobody ever prints
    Then the publisher says "what nobody ever prints" within 60 seconds
