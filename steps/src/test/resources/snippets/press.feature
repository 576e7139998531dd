Feature: A press
  Scenario: The button can be pressed
    When I press MB1 on the publisher
