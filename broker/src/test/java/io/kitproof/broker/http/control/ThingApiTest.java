package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateThingResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingGroupResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingTypeResponse;
import software.amazon.awssdk.services.iot.model.GroupNameAndArn;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.Tag;
import software.amazon.awssdk.services.iot.model.ThingAttribute;
import software.amazon.awssdk.services.iot.model.ThingPrincipalType;
import software.amazon.awssdk.services.iot.model.VersionConflictException;

final class ThingApiTest {

  private final Api api = new Api();
  private final IotClient iot = api.iot;

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_thing_is_described_with_all_it_was_made_with() {
    iot.createThingType(r -> r.thingTypeName("Bulb"));
    CreateThingResponse made =
        iot.createThing(
            r ->
                r.thingName("my:bulb_1-a")
                    .thingTypeName("Bulb")
                    .attributePayload(a -> a.attributes(Map.of("room", "kitchen"))));

    DescribeThingResponse thing = iot.describeThing(r -> r.thingName("my:bulb_1-a"));

    assertThat(thing.thingId()).isEqualTo(made.thingId());
    assertThat(thing.thingArn()).isEqualTo("arn:aws:iot:us-east-1:123456789012:thing/my:bulb_1-a");
    assertThat(thing.defaultClientId()).isEqualTo("my:bulb_1-a");
    assertThat(thing.thingTypeName()).isEqualTo("Bulb");
    assertThat(thing.attributes()).isEqualTo(Map.of("room", "kitchen"));
    assertThat(thing.version()).isOne();
    assertThat(thing.billingGroupName()).isNull();
  }

  @Test
  void another_thing_of_the_same_name_is_refused_with_the_arn_of_the_first() {
    CreateThingResponse first = iot.createThing(r -> r.thingName("bulb"));
    assertThat(iot.createThing(r -> r.thingName("bulb")).thingId()).isEqualTo(first.thingId());

    ResourceAlreadyExistsException refusal =
        catchThrowableOfType(
            ResourceAlreadyExistsException.class,
            () ->
                iot.createThing(
                    r ->
                        r.thingName("bulb")
                            .attributePayload(a -> a.attributes(Map.of("room", "cellar")))));

    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo("Thing bulb already exists in account with different attributes");
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(refusal.resourceArn()).isEqualTo(first.thingArn());
    assertThat(refusal.resourceId()).isEqualTo(first.thingId());
  }

  @Test
  void updates_merge_replace_and_mind_the_version() {
    iot.createThing(
        r -> r.thingName("bulb").attributePayload(a -> a.attributes(Map.of("room", "kitchen"))));

    api.patching.updateThing(
        r ->
            r.thingName("bulb")
                .expectedVersion(1L)
                .attributePayload(a -> a.attributes(Map.of("wall", "north")).merge(true)));
    assertThat(iot.describeThing(r -> r.thingName("bulb")).attributes())
        .isEqualTo(Map.of("room", "kitchen", "wall", "north"));
    api.patching.updateThing(
        r -> r.thingName("bulb").attributePayload(a -> a.attributes(Map.of("wall", "south"))));
    assertThat(iot.describeThing(r -> r.thingName("bulb")).attributes())
        .isEqualTo(Map.of("wall", "south"));
    String message = "The version for thing bulb does not match the expected version.";
    Api.assertRefused(
        () -> api.patching.updateThing(r -> r.thingName("bulb").expectedVersion(1L)),
        VersionConflictException.class,
        409,
        message);
    Api.assertRefused(
        () -> iot.deleteThing(r -> r.thingName("bulb").expectedVersion(1L)),
        VersionConflictException.class,
        409,
        message);
  }

  @Test
  void what_is_unknown_or_ill_named_is_refused_and_an_unknown_thing_deleted() {
    Api.assertRefused(
        () -> iot.describeThing(r -> r.thingName("bulb")),
        ResourceNotFoundException.class,
        404,
        "The specified resource does not exist");
    Api.assertRefused(
        () -> iot.createThing(r -> r.thingName("my bulb")),
        InvalidRequestException.class,
        400,
        "1 validation error detected: Value 'my bulb' at 'thingName' failed to satisfy constraint:"
            + " Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+");
    Api.assertRefused(
        () -> iot.listThings(r -> r.maxResults(251)),
        InvalidRequestException.class,
        400,
        "1 validation error detected: Value '251' at 'maxResults' failed to satisfy constraint:"
            + " Member must have value less than or equal to 250");
    assertThat(iot.deleteThing(r -> r.thingName("bulb")).sdkHttpResponse().statusCode())
        .isEqualTo(200);
  }

  @Test
  void lists_are_paged_and_filtered() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      iot.createThing(
          r ->
              r.thingName("bulb" + number)
                  .attributePayload(a -> a.attributes(Map.of("odd", "" + number % 2))));
    }

    assertThat(iot.listThingsPaginator(r -> r.maxResults(2)).things())
        .extracting(ThingAttribute::thingName)
        .containsExactly("bulb0", "bulb1", "bulb2", "bulb3", "bulb4");
    assertThat(iot.listThings(r -> r.attributeName("odd").attributeValue("1")).things())
        .extracting(ThingAttribute::thingName)
        .containsExactly("bulb1", "bulb3");
    assertThat(iot.listThings(r -> r.maxResults(5)).nextToken()).isNull();
  }

  @Test
  void types_are_described_deprecated_and_kept_for_five_minutes() {
    iot.createThingType(
        r ->
            r.thingTypeName("Bulb")
                .thingTypeProperties(
                    p ->
                        p.thingTypeDescription("A bulb")
                            .searchableAttributes("room")
                            .mqtt5Configuration(
                                m ->
                                    m.propagatingAttributes(
                                        a -> a.userPropertyKey("k").thingAttribute("room"))))
                .tags(Tag.builder().key("a").value("b").build()));
    iot.deprecateThingType(r -> r.thingTypeName("Bulb"));

    DescribeThingTypeResponse type = iot.describeThingType(r -> r.thingTypeName("Bulb"));

    assertThat(type.thingTypeProperties().thingTypeDescription()).isEqualTo("A bulb");
    assertThat(type.thingTypeProperties().searchableAttributes()).containsExactly("room");
    assertThat(
            type.thingTypeProperties()
                .mqtt5Configuration()
                .propagatingAttributes()
                .get(0)
                .thingAttribute())
        .isEqualTo("room");
    assertThat(type.thingTypeMetadata().deprecated()).isTrue();
    assertThat(type.thingTypeMetadata().deprecationDate())
        .isAfterOrEqualTo(type.thingTypeMetadata().creationDate());
    assertThat(iot.listTagsForResource(r -> r.resourceArn(type.thingTypeArn())).tags())
        .containsExactly(Tag.builder().key("a").value("b").build());
    Api.assertRefused(
        () -> iot.deleteThingType(r -> r.thingTypeName("Bulb")),
        InvalidRequestException.class,
        400,
        "Cannot delete thing type : Bulb. Please wait for 5 minutes after deprecation and then"
            + " retry");
    assertThat(iot.listThingTypes().thingTypes()).hasSize(1);
  }

  @Test
  void groups_have_parents_members_and_tags() {
    iot.createThingGroup(r -> r.thingGroupName("lab"));
    String arn =
        iot.createThingGroup(
                r ->
                    r.thingGroupName("bench")
                        .parentGroupName("lab")
                        .thingGroupProperties(
                            p ->
                                p.thingGroupDescription("Mine")
                                    .attributePayload(a -> a.attributes(Map.of("floor", "3")))))
            .thingGroupArn();
    iot.createThing(r -> r.thingName("bulb"));
    iot.addThingToThingGroup(r -> r.thingGroupName("bench").thingName("bulb"));
    iot.tagResource(r -> r.resourceArn(arn).tags(Tag.builder().key("a").value("b").build()));
    iot.tagResource(r -> r.resourceArn(arn).tags(Tag.builder().key("c").value("d").build()));
    iot.untagResource(r -> r.resourceArn(arn).tagKeys("a"));

    DescribeThingGroupResponse group = iot.describeThingGroup(r -> r.thingGroupName("bench"));

    assertThat(group.thingGroupMetadata().parentGroupName()).isEqualTo("lab");
    assertThat(group.thingGroupMetadata().rootToParentThingGroups())
        .extracting(GroupNameAndArn::groupName)
        .containsExactly("lab");
    assertThat(group.thingGroupProperties().attributePayload().attributes())
        .isEqualTo(Map.of("floor", "3"));
    assertThat(iot.listThingsInThingGroup(r -> r.thingGroupName("lab").recursive(true)).things())
        .containsExactly("bulb");
    assertThat(iot.listThingGroupsForThing(r -> r.thingName("bulb")).thingGroups())
        .containsExactly(GroupNameAndArn.builder().groupName("bench").groupArn(arn).build());
    assertThat(iot.listThingGroups(r -> r.parentGroup("lab")).thingGroups()).hasSize(1);
    assertThat(iot.listTagsForResource(r -> r.resourceArn(arn)).tags())
        .isEqualTo(List.of(Tag.builder().key("c").value("d").build()));
    assertThat(
            api.patching
                .updateThingGroup(
                    r ->
                        r.thingGroupName("bench")
                            .expectedVersion(1L)
                            .thingGroupProperties(p -> p.thingGroupDescription("Ours")))
                .version())
        .isEqualTo(2);
    iot.updateThingGroupsForThing(
        r -> r.thingName("bulb").thingGroupsToAdd("lab").thingGroupsToRemove("bench"));
    iot.deleteThingGroup(r -> r.thingGroupName("bench"));
    iot.removeThingFromThingGroup(r -> r.thingGroupName("lab").thingName("bulb"));
    assertThat(iot.listThingsInThingGroup(r -> r.thingGroupName("lab")).things()).isEmpty();
  }

  @Test
  void an_exclusive_principal_is_told_with_its_type() {
    iot.createThing(r -> r.thingName("bulb"));
    String arn = iot.createKeysAndCertificate().certificateArn();
    iot.attachThingPrincipal(
        r ->
            r.thingName("bulb")
                .principal(arn)
                .thingPrincipalType(ThingPrincipalType.EXCLUSIVE_THING));

    assertThat(
            iot.listThingPrincipalsV2(r -> r.thingName("bulb"))
                .thingPrincipalObjects()
                .get(0)
                .thingPrincipalType())
        .isEqualTo(ThingPrincipalType.EXCLUSIVE_THING);
    assertThat(
            iot.listPrincipalThingsV2(
                    r ->
                        r.principal(arn).thingPrincipalType(ThingPrincipalType.NON_EXCLUSIVE_THING))
                .principalThingObjects())
        .isEmpty();
  }
}
