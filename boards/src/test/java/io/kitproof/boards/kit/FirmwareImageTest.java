package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirmwareImageTest {
  @Test
  void an_app_that_a_class_does_not_have_is_refused_with_those_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirmwareImage.of(App.WEATHER_STATION, Profile.CLASS2017))
        .withMessage(
            "There is no weather-station of class2017 for virtual kits. There are:"
                + " publisher, subscriber, shadow of wiced41;"
                + " publisher, subscriber, shadow of class2017;"
                + " publisher, subscriber, shadow, publisher-mqtt, subscriber-mqtt, aws-get,"
                + " weather-station of class2019.");
  }

  @Test
  void a_weather_station_is_one_of_forty() {
    FirmwareImage image = FirmwareImage.of(App.WEATHER_STATION, Profile.CLASS2019);

    assertThat(image.withClientId("ww101_39").mqtt().clientId()).isEqualTo("ww101_39");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.withClientId("ww101_40"))
        .withMessage(
            "A weather station cannot be \"ww101_40\"; it is one of ww101_00 to ww101_39.");
  }

  @Test
  void an_app_that_reconnects_can_have_the_mistakes_of_its_kind() {
    FirmwareImage image =
        FirmwareImage.of(App.SUBSCRIBER_MQTT, Profile.CLASS2019)
            .withTopic("abc/bulb")
            .withMistakes(List.of(Mistake.WRONG_TOPIC, Mistake.DUPLICATE_CLIENT_ID));

    assertThat(Build.of(image).mqtt().topic()).isEqualTo("KEY_TestTopic");
    assertThat(Build.of(image).mqtt().clientId()).isEqualTo("KEY_TestThing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.withMistakes(List.of(Mistake.QOS_0)))
        .withMessageStartingWith("The subscriber-mqtt cannot have the mistake \"qos-0\".");
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
