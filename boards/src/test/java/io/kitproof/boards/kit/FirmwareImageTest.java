package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirmwareImageTest {
  @Test
  void there_is_no_shadow_of_the_later_classes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirmwareImage.of(App.SHADOW, Profile.CLASS2017))
        .withMessage(
            "There is no shadow of class2017 for virtual kits. There are:"
                + " publisher, subscriber, shadow of wiced41; publisher, subscriber of class2017;"
                + " publisher, subscriber of class2019.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirmwareImage.of(App.SHADOW, Profile.CLASS2019))
        .withMessageStartingWith("There is no shadow of class2019 for virtual kits.");
  }

  @Test
  void the_reference_is_what_an_app_is_without_a_profile() {
    FirmwareImage image = FirmwareImage.of(App.SHADOW);

    assertThat(image.profile()).isEqualTo(Profile.WICED41);
  }

  @Test
  void a_wrong_topic_and_a_wrong_id_are_those_of_the_own_class() {
    FirmwareImage image =
        FirmwareImage.of(App.PUBLISHER, Profile.CLASS2019)
            .withTopic("abc/bulb")
            .withMistakes(List.of(Mistake.WRONG_TOPIC, Mistake.DUPLICATE_CLIENT_ID));

    FirmwareImage.Mqtt built = Build.of(image).mqtt();

    assertThat(built.topic()).isEqualTo("KEY_TestTopic");
    assertThat(built.clientId()).isEqualTo("KEY_TestThing_Sub");
  }

  @Test
  void the_aws_library_expects_the_broker_to_have_its_own_name() {
    FirmwareImage image = FirmwareImage.of(App.PUBLISHER, Profile.CLASS2019);

    assertThat(Build.of(image.withBroker("a.example")).mqtt().peerCn()).isEqualTo("a.example");
    assertThat(Build.of(image.withMistakes(List.of(Mistake.WRONG_PEER_CN))).mqtt().peerCn())
        .isEqualTo("*.iot.eu-west-1.amazonaws.com");
  }
}
