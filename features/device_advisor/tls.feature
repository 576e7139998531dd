@device-advisor @needs-cloud @needs-publisher
Feature: Device Advisor, TLS
  A kit shakes hands with the cloud, and with nobody who only says he is the cloud.

  Scenario: TLS Connect
    When I restart the publisher
    Then the publisher gets ready
    And the publisher has connected with its own certificate

  @cloud-fault
  Scenario: TLS Large Size Server Cert
    Given the cloud shows an oversized certificate
    When I restart the publisher
    Then the publisher gets ready
    And the publisher has connected with its own certificate

  @cloud-fault
  Scenario: TLS Unsecure Server Cert
    Given the cloud shows a certificate of an unknown authority
    When I restart the publisher
    Then the publisher refuses the cloud's certificate in 30 seconds of its own time

  @cloud-fault
  Scenario: TLS Incorrect Subject Name Server Cert
    Given the cloud shows a certificate of another host
    When I restart the publisher
    Then the publisher refuses the cloud's certificate in 30 seconds of its own time

  # A known limit of the SDK: it sets no clock, so that nothing has ever expired.
  @cloud-fault
  Scenario: TLS Expired Server Cert
    Given the cloud shows an expired certificate
    When I restart the publisher
    Then the publisher refuses the cloud's certificate in 30 seconds of its own time, or connects as its SDK does, whose clock says 1970
