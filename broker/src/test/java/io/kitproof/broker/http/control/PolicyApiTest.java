package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iot.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iot.model.DeleteConflictException;
import software.amazon.awssdk.services.iot.model.GetPolicyResponse;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.LimitExceededException;
import software.amazon.awssdk.services.iot.model.MalformedPolicyException;
import software.amazon.awssdk.services.iot.model.Policy;
import software.amazon.awssdk.services.iot.model.PolicyVersion;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.VersionsLimitExceededException;

final class PolicyApiTest {

  private static final String DENY_ALL = Api.ALLOW_ALL.replace("Allow", "Deny");

  private final Api api = new Api();
  private final IotClient iot = api.iot;

  @BeforeEach
  void a_policy() {
    CreatePolicyResponse made = create("my+policy=1,a.b@c-d");
    assertThat(made.policyVersionId()).isEqualTo("1");
    assertThat(made.policyDocument()).isEqualTo(Api.ALLOW_ALL);
    create("p");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_policy_is_got_with_its_dates_whatever_its_name() {
    GetPolicyResponse policy = iot.getPolicy(r -> r.policyName("my+policy=1,a.b@c-d"));

    assertThat(policy.policyArn())
        .isEqualTo("arn:aws:iot:us-east-1:123456789012:policy/my+policy=1,a.b@c-d");
    assertThat(policy.defaultVersionId()).isEqualTo("1");
    assertThat(policy.creationDate()).isEqualTo(policy.lastModifiedDate());
    assertThat(policy.generationId()).isNotEmpty();
  }

  @Test
  void a_name_is_given_once_and_a_text_must_be_a_policy() {
    ResourceAlreadyExistsException refusal =
        catchThrowableOfType(ResourceAlreadyExistsException.class, () -> create("p"));
    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo("Policy cannot be created - name already exists (name=p)");
    assertThat(refusal.resourceArn()).isEqualTo("arn:aws:iot:us-east-1:123456789012:policy/p");
    assertThat(refusal.resourceId()).isEqualTo("p");
    Api.assertRefused(
        () -> iot.createPolicy(r -> r.policyName("q").policyDocument("none")),
        MalformedPolicyException.class,
        400,
        "Policy document is Malformed");
    Api.assertRefused(
        () -> iot.createPolicy(r -> r.policyName("q")),
        InvalidRequestException.class,
        400,
        "1 validation error detected: Value null at 'policyDocument' failed to satisfy constraint:"
            + " Member must not be null");
  }

  @Test
  void versions_are_made_listed_got_chosen_and_deleted() {
    CreatePolicyVersionResponse second =
        iot.createPolicyVersion(r -> r.policyName("p").policyDocument(DENY_ALL));
    assertThat(second.policyVersionId()).isEqualTo("2");
    assertThat(second.isDefaultVersion()).isFalse();
    assertThat(second.policyArn()).isEqualTo("arn:aws:iot:us-east-1:123456789012:policy/p");

    api.patching.setDefaultPolicyVersion(r -> r.policyName("p").policyVersionId("2"));

    assertThat(iot.getPolicy(r -> r.policyName("p")).policyDocument()).isEqualTo(DENY_ALL);
    assertThat(iot.listPolicyVersions(r -> r.policyName("p")).policyVersions())
        .extracting(PolicyVersion::versionId, PolicyVersion::isDefaultVersion)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", false),
            org.assertj.core.groups.Tuple.tuple("2", true));
    assertThat(iot.getPolicyVersion(r -> r.policyName("p").policyVersionId("1")).policyDocument())
        .isEqualTo(Api.ALLOW_ALL);
    Api.assertRefused(
        () -> iot.deletePolicyVersion(r -> r.policyName("p").policyVersionId("2")),
        InvalidRequestException.class,
        400,
        "Cannot delete the default version of a policy");
    Api.assertRefused(
        () -> iot.deletePolicy(r -> r.policyName("p")),
        DeleteConflictException.class,
        409,
        "Cannot delete the policy because it has one or more policy versions attached to it"
            + " (name=p)");
    iot.deletePolicyVersion(r -> r.policyName("p").policyVersionId("1"));
    iot.deletePolicy(r -> r.policyName("p"));
    Api.assertRefused(
        () -> iot.getPolicy(r -> r.policyName("p")),
        ResourceNotFoundException.class,
        404,
        "Policy not found");
  }

  @Test
  void a_sixth_version_and_an_eleventh_policy_are_too_many() {
    for (int i = 0; i < 4; i++) {
      iot.createPolicyVersion(r -> r.policyName("p").policyDocument(DENY_ALL));
    }
    Api.assertRefused(
        () -> iot.createPolicyVersion(r -> r.policyName("p").policyDocument(DENY_ALL)),
        VersionsLimitExceededException.class,
        409,
        "The policy p already has the maximum number of versions (5)");
    String arn = iot.createKeysAndCertificate().certificateArn();
    IntStream.range(0, 10)
        .mapToObj(i -> "p" + i)
        .forEach(
            name -> {
              assertThat(create(name).policyName()).isEqualTo(name);
              iot.attachPolicy(r -> r.policyName(name).target(arn));
            });
    Api.assertRefused(
        () -> iot.attachPolicy(r -> r.policyName("p").target(arn)),
        LimitExceededException.class,
        410,
        "The target already has the maximum number of policies (10)");
    assertThat(iot.listAttachedPoliciesPaginator(r -> r.target(arn).pageSize(3)).policies())
        .hasSize(10);
  }

  @Test
  @SuppressWarnings("deprecation") // devices in the field still call these
  void the_older_forms_of_attachment_work_as_well() {
    String arn = iot.createKeysAndCertificate().certificateArn();

    iot.attachPrincipalPolicy(r -> r.policyName("p").principal(arn));

    assertThat(iot.listPrincipalPolicies(r -> r.principal(arn)).policies())
        .extracting(Policy::policyName)
        .containsExactly("p");
    assertThat(iot.listPolicyPrincipals(r -> r.policyName("p")).principals()).containsExactly(arn);
    iot.detachPrincipalPolicy(r -> r.policyName("p").principal(arn));
    Api.assertRefused(
        () -> iot.detachPrincipalPolicy(r -> r.policyName("p").principal(arn)),
        ResourceNotFoundException.class,
        404,
        "The specified resource does not exist");
    String group = iot.createThingGroup(r -> r.thingGroupName("lab")).thingGroupArn();
    Api.assertRefused(
        () -> iot.attachPrincipalPolicy(r -> r.policyName("p").principal(group)),
        InvalidRequestException.class,
        400,
        "The given ARN does not represent a cert");
  }

  @Test
  void what_a_policy_is_attached_to_must_exist() {
    Api.assertRefused(
        () ->
            iot.attachPolicy(
                r ->
                    r.policyName("p")
                        .target("arn:aws:iot:us-east-1:123456789012:cert/" + "0".repeat(64))),
        ResourceNotFoundException.class,
        404,
        "The certificate given in the principal does not exist.");
    Api.assertRefused(
        () -> iot.describeEndpoint(r -> r.endpointType("iot:Nothing")),
        InvalidRequestException.class,
        400,
        "Endpoint type iot:Nothing not recognized.");
  }

  private CreatePolicyResponse create(String name) {
    return iot.createPolicy(r -> r.policyName(name).policyDocument(Api.ALLOW_ALL));
  }
}
