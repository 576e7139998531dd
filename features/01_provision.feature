@exercise-01 @needs-cloud
Feature: Exercise 01, a thing of one's own
  Before a kit may speak to the cloud it is registered as a thing. It gets a key and a certificate,
  the certificate is active, and a policy attached to the certificate lets it do what it does.

  Rule: What the handout has you make is there and belongs together

    Scenario: The thing, its certificate and its policy
      When the thing "ab_lamp" is provisioned
      Then the registry has the thing "ab_lamp"
      And the registry has an active certificate for the thing "ab_lamp"
      And the policy lets the thing "ab_lamp" connect, publish, subscribe and receive

    Scenario: The downloaded key and certificate belong together
      When the thing "ab_lamp" is provisioned
      Then the download is as it should be

    Scenario: The key is offered once, the certificate again
      Given the thing "ab_lamp" is provisioned
      When somebody downloads the certificate of the thing "ab_lamp" again
      Then the download is as it should be

    Scenario: Tried out, it connects, publishes and hears itself
      Given the thing "ab_lamp" is provisioned
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is let in
      When the client subscribes to "ab_lamp/test"
      Then the client is let in
      When the client publishes "hello" to "ab_lamp/test"
      Then the client hears "hello" on "ab_lamp/test" within 2 seconds

    Scenario: The test client sees it too
      Given the thing "ab_lamp" is provisioned
      And the test client listens to "ab_lamp/test"
      When a client connects with the certificate of the thing "ab_lamp"
      And the client publishes "hello" to "ab_lamp/test"
      Then the test client hears "hello" on "ab_lamp/test" within 2 seconds

  Rule: Without the right papers nobody is let in

    Scenario: Without a certificate
      When a client connects without a certificate
      Then the client is refused

    Scenario: With a certificate of another authority
      When a client connects with a certificate of another authority
      Then the client is refused

    Scenario: With the key of another certificate
      Given the thing "ab_lamp" is provisioned
      When a client connects with the certificate of the thing "ab_lamp" and another key
      Then the client is refused

    Scenario: With a certificate that is not active
      Given the thing "ab_lamp" is provisioned
      And the certificate of the thing "ab_lamp" is deactivated
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is refused

    Scenario: Deactivated while it is connected
      Given the thing "ab_lamp" is provisioned
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is let in
      When the certificate of the thing "ab_lamp" is deactivated
      Then the client is refused

  Rule: It may do what its policy says and nothing else

    Scenario: Without a policy it can't even connect
      Given the thing "ab_lamp" is provisioned without a policy
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is refused

    Scenario: A policy that lacks Connect
      Given the thing "ab_lamp" is provisioned with a policy that lacks Connect
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is refused

    Scenario: A policy that lacks Publish
      Given the thing "ab_lamp" is provisioned with a policy that lacks Publish
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is let in
      When the client publishes "hello" to "ab_lamp/test"
      Then the client is refused

    Scenario: A policy that lacks Subscribe
      Given the thing "ab_lamp" is provisioned with a policy that lacks Subscribe
      When a client connects with the certificate of the thing "ab_lamp"
      Then the client is let in
      When the client subscribes to "ab_lamp/test"
      Then the client is refused

    Scenario: A policy that lacks Receive lets it subscribe, and hear nothing
      Given the thing "ab_lamp" is provisioned with a policy that lacks Receive
      When a client connects with the certificate of the thing "ab_lamp"
      And the client subscribes to "ab_lamp/test"
      Then the client is let in
      When the client publishes "hello" to "ab_lamp/test"
      Then the client hears nothing on "ab_lamp/test" in 300 milliseconds

  Rule: What is in use can't be deleted

    Scenario: An active certificate
      Given the thing "ab_lamp" is provisioned
      When somebody deletes the certificate of the thing "ab_lamp"
      Then the registry refuses with "Certificate must be deactivated (not ACTIVE) before deletion"

    Scenario: A certificate that is attached
      Given the thing "ab_lamp" is provisioned
      And the certificate of the thing "ab_lamp" is deactivated
      When somebody deletes the certificate of the thing "ab_lamp"
      Then the registry refuses with "must be detached before deletion"

    Scenario: A policy that is attached
      Given the thing "ab_lamp" is provisioned
      When somebody deletes the policy of the thing "ab_lamp"
      Then the registry refuses with "The policy cannot be deleted as the policy is attached to one or more principals"

    Scenario: A thing that has a certificate
      Given the thing "ab_lamp" is provisioned
      When somebody deletes the thing "ab_lamp"
      Then the registry refuses with "is still attached to one or more principals"

  Rule: A topic is short, plain and says whose it is

    Scenario: A good one
      When somebody chooses the topic "ab/bulb" for the thing "ab_lamp"
      Then the topic keeps the habits

    Scenario Outline: A topic that <habit>
      When somebody chooses the topic "<topic>" for the thing "ab_lamp"
      Then the topic breaks a habit: it "<habit>"

      Examples:
        | topic       | habit                                        |
        | /ab/bulb    | begins with a slash                          |
        | $ab/bulb    | begins with $, which is reserved             |
        | ab/my bulb  | holds a blank                                |
        | ab/Glühbirne | holds characters that are not printable ASCII |
        | WICED_BULB  | does not name ab                             |
