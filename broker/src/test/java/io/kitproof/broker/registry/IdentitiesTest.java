package io.kitproof.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.policy.Variables;
import io.kitproof.broker.registry.ThingPrincipals.Type;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {

  private static final String THING = "iot:Connection.Thing.";
  private static final String CERTIFICATE = "iot:Certificate.";

  private final Registry registry = Registries.empty();

  @Test
  void a_thing_is_known_by_the_client_id_if_the_certificate_belongs_to_it() {
    String id = Registries.registered(registry).id();
    registry.types().create("Bulb", ThingType.Properties.NONE, Map.of());
    registry
        .things()
        .create(
            new Things.New("bulb", "Bulb", Registries.attributes(Map.of("room", "kitchen")), null));
    Variables bulb = registry.variables(id, "bulb");
    assertThat(bulb.values(THING + "IsAttached")).containsExactly("false");
    assertThat(bulb.values(THING + "ThingName")).isEmpty();

    registry.principals().attach("bulb", registry.certificates().arn(id), Type.NON_EXCLUSIVE_THING);

    assertThat(bulb.values("iot:ClientId")).containsExactly("bulb");
    assertThat(bulb.values(THING + "IsAttached")).containsExactly("true");
    assertThat(bulb.values(THING + "ThingName")).containsExactly("bulb");
    assertThat(bulb.values(THING + "ThingTypeName")).containsExactly("Bulb");
    assertThat(bulb.values(THING + "Attributes[room]")).containsExactly("kitchen");
    assertThat(bulb.values(THING + "Attributes[wall]")).isEmpty();
    assertThat(registry.variables(id, "lamp").values(THING + "ThingName")).isEmpty();
  }

  @Test
  void a_certificate_tells_its_subject_its_issuer_and_its_number() {
    Foreign device =
        Foreign.authority("CN=Factory,C=DE")
            .sign("CN=bulb-7,OU=lights,OU=kitchen,O=Me,ST=Bavaria,C=DE");
    String id =
        registry
            .certificates()
            .registerWithoutAuthority(device.pem(), Certificate.Status.ACTIVE)
            .id();

    Variables bulb = registry.variables(id, "");

    assertThat(bulb.values(CERTIFICATE + "Subject.CommonName")).containsExactly("bulb-7");
    assertThat(bulb.values(CERTIFICATE + "Subject.OrganizationalUnit"))
        .containsExactlyInAnyOrder("lights", "kitchen");
    assertThat(bulb.values(CERTIFICATE + "Subject.State")).containsExactly("Bavaria");
    assertThat(bulb.values(CERTIFICATE + "Issuer.CommonName")).containsExactly("Factory");
    assertThat(bulb.values(CERTIFICATE + "SerialNumber"))
        .containsExactly(device.certificate().getSerialNumber().toString());
    assertThat(bulb.values(CERTIFICATE + "AvailableKeys"))
        .contains(CERTIFICATE + "Subject.CommonName")
        .doesNotContain(CERTIFICATE + "Subject.Title");
    assertThat(bulb.values(CERTIFICATE + "Subject.Title")).isEmpty();
    assertThat(bulb.values("iot:ClientId")).isEmpty();
  }

  @Test
  void a_certificate_that_is_forgotten_tells_nothing() {
    String id = Registries.registered(registry).id();
    assertThat(registry.variables(id, "").values(CERTIFICATE + "Subject.CommonName"))
        .containsExactly("AWS IoT Certificate");

    registry.certificates().update(id, Certificate.Status.INACTIVE);
    registry.certificates().delete(id, false);

    assertThat(registry.variables(id, "").values(CERTIFICATE + "Subject.CommonName")).isEmpty();
  }
}
