package io.kitproof.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.timeline.Observation.Way;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {
  private static Told pair() {
    return new Told().publisherStarts().subscriberStarts("demo/bulb");
  }

  private static Told rightPress(Told told, String text, boolean lit) {
    return told.press()
        .publishes("demo/bulb", text)
        .acknowledged()
        .delivered(text)
        .led(lit)
        .says("subscriber", lit ? "light on" : "light off")
        .says("publisher", "[MQTT] Publishing... Success");
  }

  @Test
  void nobody_is_accused_where_everything_is_right() {
    Told told = rightPress(rightPress(pair(), "LIGHT OFF", false).later(300), "LIGHT ON", true);

    Diagnosis diagnosis = told.later(2000).diagnosed();

    assertThat(diagnosis.suspects()).isEmpty();
    assertThat(diagnosis.code()).isEqualTo("unknown");
    assertThat(diagnosis.text())
        .isEqualTo("  cause     unknown: nothing that was seen points to a mistake on the list");
  }

  @Test
  void the_lowest_layer_comes_first_with_evidence_and_a_hint() {
    Told told =
        new Told()
            .subscriberStarts("demo/wrong")
            .says("publisher", "Starting WICED v4.1.0", "Failed to join : X", "Failed to join : X");

    assertThat(told.diagnosed().text())
        .isEqualTo(
            "  cause     wrong-passphrase: publisher can't join the Wi-Fi network.\n"
                + "            publisher said \"Failed to join : X\"\n"
                + "  hint      compare SSID, passphrase and security in wifi_config_dct.h with the"
                + " network's; on the console a wrong one and a network out of reach look the same:"
                + " whether another kit joins tells them apart");
  }

  @Test
  void a_topic_is_wrong_when_it_is_the_sources_and_differs_when_it_is_the_students() {
    assertThat(pair().press().publishes("WICED_BULB", "LIGHT OFF").codes())
        .containsExactly("wrong-topic");
    assertThat(pair().press().publishes("/demo/bulb", "LIGHT OFF").codes())
        .containsExactly("wrong-topic");
    assertThat(pair().press().publishes("abc/lamp", "LIGHT OFF").codes())
        .containsExactly("topics-differ");
    assertThat(new Told().publisherStarts().subscriberStarts("Demo/Bulb").codes())
        .containsExactly("wrong-topic");
  }

  @Test
  void what_can_not_be_told_apart_stands_side_by_side() {
    Diagnosis diagnosis = rightPress(pair(), "LIGHT ON", true).later(2000).diagnosed();

    assertThat(diagnosis.suspects())
        .extracting(Suspect::code)
        .containsExactly("on-first", "swapped-payload");
    assertThat(diagnosis.text()).contains("\n  or        swapped-payload: ");
  }

  private static Told early(Told told, String text) {
    return told.contact(true).publishes("demo/bulb", text).acknowledged().later(90);
  }

  private static Told bothEdges(Told told) {
    return early(told, "LIGHT OFF")
        .contact(false)
        .publishes("demo/bulb", "LIGHT ON")
        .acknowledged()
        .later(500);
  }

  @Test
  void messages_before_each_release_are_the_kits_two_after_one_are_the_contacts() {
    Told early = early(early(pair(), "LIGHT OFF").contact(false).later(500), "LIGHT ON");
    Told both = bothEdges(bothEdges(pair()));
    Told bounced = pair().press().publishes("demo/bulb", "LIGHT OFF").acknowledged().later(100);

    assertThat(early.codes()).containsExactly("no-release");
    assertThat(both.codes()).containsExactly("both-edges");
    Diagnosis diagnosis = bounced.publishes("demo/bulb", "LIGHT ON").diagnosed();
    assertThat(diagnosis.code()).isEqualTo("bouncing-contact");
    assertThat(diagnosis.blamesBench()).isTrue();
  }

  @Test
  void one_early_message_may_be_the_contacts_until_a_second_press_has_one() {
    Told told = early(pair(), "LIGHT OFF");

    assertThat(told.codes()).containsExactly("bouncing-contact", "no-release");
    assertThat(told.diagnosed().blamesBench()).isTrue();
    assertThat(early(told.contact(false).later(500), "LIGHT ON").codes())
        .containsExactly("no-release");
  }

  @Test
  void presses_of_earlier_scenarios_count_for_what_the_app_does_each_time() {
    assertThat(early(bothEdges(pair()).nextScenario(), "LIGHT OFF").codes())
        .containsExactly("both-edges");
  }

  @Test
  void a_press_without_a_message_accuses_the_button_only_when_the_kit_was_ready_and_idle() {
    assertThat(pair().press().later(2000).pings().codes()).containsExactly("wrong-button");
    assertThat(pair().press().later(1000).says("subscriber", "light off").codes())
        .containsExactly("wrong-button", "blocking-callback");
    assertThat(pair().press().later(2000).says("subscriber", "light off").codes())
        .containsExactly("blocking-callback");
    assertThat(pair().press().later(200).says("subscriber", "light off").codes()).isEmpty();
    assertThat(new Told().press().later(2000).publisherStarts().codes())
        .containsExactly("impatient-button");
    assertThat(
            rightPress(pair(), "LIGHT OFF", false).later(900).press().later(2000).pings().codes())
        .containsExactly("stuck-in-progress");
  }

  @Test
  void a_kit_that_pinged_and_pings_no_more_hangs() {
    Told told = pair().later(500).pings().later(100).press();

    assertThat(told.later(2000).says("subscriber", "light off").codes())
        .containsExactly("blocking-callback");
  }

  @Test
  void a_ping_that_a_busy_host_made_late_hides_no_kit_that_hangs() {
    Told told = pair().later(500).pings().later(900).pings().press();

    assertThat(told.later(2000).says("subscriber", "light off").codes())
        .containsExactly("blocking-callback");
  }

  @Test
  void a_silence_like_one_that_was_survived_is_no_proof_of_a_kit_that_hangs() {
    Told told = pair().later(500).pings().later(1500).pings().press();

    assertThat(told.later(2000).says("subscriber", "light off").codes())
        .containsExactly("wrong-button", "blocking-callback");
  }

  @Test
  void of_a_kit_that_always_pings_slowly_nobody_knows_between_two_pings_whether_it_hangs() {
    Told told = pair().later(1000).pings().later(1000).pings().press();

    assertThat(told.later(2000).says("subscriber", "light off").codes())
        .containsExactly("wrong-button", "blocking-callback");
  }

  @Test
  void a_light_that_follows_late_on_the_console_is_held_against_its_own_message() {
    Told told =
        pair()
            .delivered("LIGHT OFF")
            .delivered("LIGHT ON")
            .says("subscriber", "light on", "light off");

    assertThat(told.codes()).containsExactly("swapped-payload");
  }

  @Test
  void light_off_taken_for_on_is_enough_to_tell_swapped_texts() {
    assertThat(pair().delivered("LIGHT OFF").led(true).says("subscriber", "light on").codes())
        .containsExactly("swapped-payload");
  }

  @Test
  void two_presses_in_one_deed_are_named_before_what_the_app_made_of_them() {
    Told told =
        pair()
            .deed("finger", "MB1 of publisher was pressed, and again at once")
            .press()
            .publishes("abc/lamp", "LIGHT OFF");

    assertThat(told.codes()).containsExactly("impatient-button");
  }

  @Test
  void a_cloud_that_was_meddled_with_accuses_no_kit_of_not_connecting() {
    Told failed =
        new Told()
            .says("publisher", "Starting WICED v4.1.0", "Successfully joined : X")
            .says(
                "publisher", "Resolved Broker IP: 52.6.1.2", "[MQTT] Opening connection...Failed");

    assertThat(failed.codes()).containsExactly("wrong-broker");
    assertThat(failed.deed("cloud", "the broker was lost").codes()).isEmpty();
  }

  @Test
  void the_papers_are_judged_by_what_ended_the_connection() {
    String end = "refused certificate aaaa is not active";
    Told connecting =
        new Told()
            .says("publisher", "Starting WICED v4.1.0", "Successfully joined : X")
            .packet(Way.IN, "wiced_publisher_aws", Told.PUBLISHER, "CONNECT", "", "");

    assertThat(connecting.ends("wiced_publisher_aws", Told.PUBLISHER, end).codes())
        .containsExactly("inactive-certificate");
    assertThat(
            pair()
                .press()
                .publishes("demo/bulb", "LIGHT OFF")
                .ends(
                    "wiced_publisher_aws",
                    Told.PUBLISHER,
                    "refused a PUBLISH to demo/bulb: no policy allows iot:Publish")
                .codes())
        .containsExactly("policy-lacks-publish");
  }

  @Test
  void a_failed_handshake_belongs_to_the_kit_that_could_not_connect() {
    Told told =
        new Told()
            .says("publisher", "Starting WICED v4.1.0", "Successfully joined : X")
            .handshakeFails("the client sent alert certificate_unknown")
            .says(
                "publisher", "Resolved Broker IP: 52.6.1.2", "[MQTT] Opening connection...Failed");

    assertThat(told.codes()).containsExactly("wrong-peer-cn");
    assertThat(pair().handshakeFails("the client sent alert certificate_unknown").codes())
        .isEmpty();
  }

  @Test
  void another_kits_certificate_is_told_from_an_earlier_one() {
    Told borrowed =
        new Told()
            .says("subscriber", "Starting WICED v4.1.0", "Successfully joined : X")
            .packet(Way.IN, "wiced_subcriber_aws", Told.PUBLISHER, "CONNECT", "", "");
    Told stale =
        new Told()
            .says("publisher", "Starting WICED v4.1.0", "Successfully joined : X")
            .packet(Way.IN, "wiced_publisher_aws", "cccc-earlier", "CONNECT", "", "");

    assertThat(borrowed.codes()).containsExactly("publisher-certificate");
    assertThat(stale.codes()).containsExactly("stale-keys");
  }

  @Test
  void the_light_is_held_against_the_line_that_came_with_it() {
    Told inverted = pair().delivered("LIGHT OFF").led(true).says("subscriber", "light off");
    Told dark =
        pair()
            .delivered("LIGHT OFF")
            .says("subscriber", "light off")
            .later(900)
            .delivered("LIGHT ON")
            .says("subscriber", "light on");

    assertThat(inverted.codes()).containsExactly("inverted-led");
    assertThat(dark.codes()).containsExactly("wrong-led");
    assertThat(pair().delivered("LIGHT ON").says("subscriber", "light on").codes())
        .containsExactly("wrong-led", "inverted-led");
  }

  @Test
  void a_kit_the_scenario_programmed_itself_is_left_alone() {
    Told told =
        new Told()
            .deed("publisher power", "publisher was programmed")
            .says("publisher", "Starting WICED v4.1.0", "Not a valid Certificate! Please replace");

    assertThat(told.codes()).isEmpty();
    assertThat(
            new Told()
                .says("publisher", "Starting WICED v4.1.0", "Not a valid Certificate!")
                .codes())
        .containsExactly("dummy-certificate");
  }

  @Test
  void a_shadow_is_held_against_the_thing_that_was_meant_for_it() {
    String[] boot = {"Starting WICED v4.1.0", "Thing Name: SOMEONE_ELSE"};
    String meant = "shadow was meant for thing ";

    assertThat(new Told().says("shadow", boot).codes()).containsExactly("wrong-thing");
    assertThat(new Told().deed("shadow page", meant + "someone_else").says("shadow", boot).codes())
        .containsExactly("wrong-thing-case");
    assertThat(new Told().deed("shadow page", meant + "SOMEONE_ELSE").says("shadow", boot).codes())
        .isEmpty();
  }
}
