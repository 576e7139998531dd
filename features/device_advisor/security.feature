@device-advisor @needs-cloud
Feature: Device Advisor, Security Device Policies
  A kit's policies allow what it needs and no more. The handout's allows everything.

  Scenario Outline: The policies of the <kit>
    Given the <kit> is ready
    Then the policies of the <kit> allow no more than it needs, or are the handout's

    @needs-publisher
    Examples:
      | kit       |
      | publisher |

    @needs-subscriber
    Examples:
      | kit        |
      | subscriber |

    @needs-lightbulb
    Examples:
      | kit       |
      | lightbulb |
