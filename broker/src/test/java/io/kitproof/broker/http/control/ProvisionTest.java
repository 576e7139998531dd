package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.ca.Fingerprint;
import io.kitproof.broker.ca.Pem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.ActionType;
import software.amazon.awssdk.services.iot.model.AuthDecision;
import software.amazon.awssdk.services.iot.model.AuthResult;
import software.amazon.awssdk.services.iot.model.CertificateStateException;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.CreateThingResponse;
import software.amazon.awssdk.services.iot.model.DeleteConflictException;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.Policy;

/**
 * A thing gets a certificate and a policy, and loses them again: the story every kit begins with.
 */
final class ProvisionTest {

  private static final String TOPIC = "arn:aws:iot:us-east-1:123456789012:topic/abc/bulb";

  private final Api api = new Api();
  private final IotClient iot = api.iot;

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_thing_is_provisioned_and_taken_back_in_the_order_that_aws_demands() {
    CreateThingResponse thing = iot.createThing(r -> r.thingName("bulb"));
    CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));
    iot.createPolicy(r -> r.policyName("p").policyDocument(Api.ALLOW_ALL));
    iot.attachPolicy(r -> r.policyName("p").target(made.certificateArn()));
    iot.attachThingPrincipal(r -> r.thingName("bulb").principal(made.certificateArn()));

    assertThat(thing.thingArn()).isEqualTo("arn:aws:iot:us-east-1:123456789012:thing/bulb");
    assertThat(made.certificateId())
        .isEqualTo(Fingerprint.of(Pem.certificate(made.certificatePem())));
    assertThat(made.certificateArn())
        .isEqualTo("arn:aws:iot:us-east-1:123456789012:cert/" + made.certificateId());
    assertThat(made.keyPair().privateKey()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(made.keyPair().publicKey()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(iot.listThingPrincipals(r -> r.thingName("bulb")).principals())
        .containsExactly(made.certificateArn());
    assertThat(iot.listPrincipalThings(r -> r.principal(made.certificateArn())).things())
        .containsExactly("bulb");
    assertThat(iot.listAttachedPolicies(r -> r.target(made.certificateArn())).policies())
        .containsExactly(
            Policy.builder()
                .policyName("p")
                .policyArn("arn:aws:iot:us-east-1:123456789012:policy/p")
                .build());
    assertThat(iot.listTargetsForPolicy(r -> r.policyName("p")).targets())
        .containsExactly(made.certificateArn());
    assertThat(iot.describeEndpoint(r -> r.endpointType("iot:Data-ATS")).endpointAddress())
        .isEqualTo("abc-ats.iot.us-east-1.amazonaws.com");

    takeBack(made);
  }

  private void takeBack(CreateKeysAndCertificateResponse made) {
    String arn = made.certificateArn();
    String id = made.certificateId();
    Api.assertRefused(
        () -> iot.deleteThing(r -> r.thingName("bulb")),
        InvalidRequestException.class,
        400,
        "Cannot delete. Thing bulb is still attached to one or more principals");
    Api.assertRefused(
        () -> iot.deletePolicy(r -> r.policyName("p")),
        DeleteConflictException.class,
        409,
        "The policy cannot be deleted as the policy is attached to one or more principals"
            + " (name=p)");
    Api.assertRefused(
        () -> iot.deleteCertificate(r -> r.certificateId(id)),
        CertificateStateException.class,
        406,
        "Certificate must be deactivated (not ACTIVE) before deletion. Id: " + id);
    iot.updateCertificate(r -> r.certificateId(id).newStatus(CertificateStatus.INACTIVE));
    Api.assertRefused(
        () -> iot.deleteCertificate(r -> r.certificateId(id)),
        DeleteConflictException.class,
        409,
        "Things must be detached before deletion (arn: " + arn + ")");
    iot.detachThingPrincipal(r -> r.thingName("bulb").principal(arn));
    Api.assertRefused(
        () -> iot.deleteCertificate(r -> r.certificateId(id)),
        DeleteConflictException.class,
        409,
        "Certificate policies must be detached before deletion (arn: " + arn + ")");
    iot.detachPolicy(r -> r.policyName("p").target(arn));
    iot.deleteCertificate(r -> r.certificateId(id));
    iot.deletePolicy(r -> r.policyName("p"));
    iot.deleteThing(r -> r.thingName("bulb"));
    assertThat(iot.listThings().things()).isEmpty();
    assertThat(iot.listCertificates().certificates()).isEmpty();
    assertThat(iot.listPolicies().policies()).isEmpty();
  }

  @Test
  void authorization_is_tested_and_effective_policies_are_told() {
    CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));
    String arn = made.certificateArn();
    iot.createPolicy(r -> r.policyName("p").policyDocument(Api.ALLOW_ALL));

    assertThat(publish(arn).authDecision()).isEqualTo(AuthDecision.IMPLICIT_DENY);
    iot.attachPolicy(r -> r.policyName("p").target(arn));
    AuthResult allowed = publish(arn);
    assertThat(allowed.authDecision()).isEqualTo(AuthDecision.ALLOWED);
    assertThat(allowed.authInfo().actionType()).isEqualTo(ActionType.PUBLISH);
    assertThat(allowed.authInfo().resources()).containsExactly(TOPIC);
    assertThat(allowed.allowed().policies()).extracting(Policy::policyName).containsExactly("p");
    assertThat(allowed.denied().implicitDeny().policies()).isEmpty();
    assertThat(allowed.denied().explicitDeny().policies()).isEmpty();
    iot.createPolicyVersion(
        r ->
            r.policyName("p")
                .policyDocument(Api.ALLOW_ALL.replace("Allow", "Deny"))
                .setAsDefault(true));
    AuthResult denied = publish(arn);
    assertThat(denied.authDecision()).isEqualTo(AuthDecision.EXPLICIT_DENY);
    assertThat(denied.denied().explicitDeny().policies())
        .extracting(Policy::policyName)
        .containsExactly("p");
    assertThat(iot.getEffectivePolicies(r -> r.principal(arn)).effectivePolicies())
        .extracting(policy -> policy.policyDocument())
        .containsExactly(Api.ALLOW_ALL.replace("Allow", "Deny"));
  }

  private AuthResult publish(String principal) {
    List<AuthResult> results =
        iot.testAuthorization(
                r ->
                    r.principal(principal)
                        .clientId("bulb")
                        .authInfos(a -> a.actionType(ActionType.PUBLISH).resources(TOPIC)))
            .authResults();
    assertThat(results).hasSize(1);
    return results.get(0);
  }
}
