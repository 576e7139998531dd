package io.kitproof.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.timeline.Observation.Way;
import org.junit.jupiter.api.Test;

final class RigRulesTest {
  private static Told pair() {
    return new Told().publisherStarts().subscriberStarts("demo/bulb");
  }

  private static void blamesTheBench(Told told, String code) {
    Diagnosis diagnosis = told.diagnosed();

    assertThat(diagnosis.codes()).containsExactly(code);
    assertThat(diagnosis.blamesBench()).isTrue();
  }

  @Test
  void a_board_that_takes_a_quarter_of_a_second_is_slow_and_one_that_takes_less_is_not() {
    blamesTheBench(pair().contactWithin(300, true).contactWithin(20, false), "slow-board");
    assertThat(pair().contactWithin(200, true).contactWithin(200, false).codes()).isEmpty();
  }

  @Test
  void noise_on_a_console_is_no_text_and_a_few_strange_letters_are() {
    blamesTheBench(
        new Told()
            .says(
                "publisher",
                "\uFFFD\u0003x\uFFFDp\uFFFD",
                "\uFFFD\uFFFDa\u0001bcd\uFFFDefgh\uFFFD\uFFFD"),
        "garbled-console");
    assertThat(new Told().says("publisher", "A line of text with one \uFFFD in it").codes())
        .isEmpty();
  }

  @Test
  void a_kit_that_connects_and_says_nothing_has_a_mute_console() {
    blamesTheBench(
        new Told().packet(Way.IN, "wiced_publisher_aws", Told.PUBLISHER, "CONNECT", "", ""),
        "mute-console");
  }

  @Test
  void a_message_that_went_before_the_kit_had_subscribed_proves_nothing_about_it() {
    blamesTheBench(early(), "early-message");
    assertThat(early().led(true).codes()).isEmpty();
    assertThat(early().delivered("LIGHT OFF").codes()).doesNotContain("early-message");
    assertThat(early().deed("cloud", "the broker was lost").codes()).isEmpty();
    assertThat(early().acknowledged().publishes("demo/bulb", "LIGHT ON").codes()).isEmpty();
    assertThat(booting().publishes("demo/bulb", "LIGHT OFF").codes()).isEmpty();
  }

  @Test
  void a_kit_that_subscribes_to_another_topic_or_starts_again_at_a_message_is_not_acquitted() {
    assertThat(early("demo/Bulb").codes()).containsExactly("wrong-topic");
    Told crashed =
        pair()
            .publishes("demo/bulb", "LIGHT OFF")
            .delivered("LIGHT OFF")
            .later(200)
            .says("subscriber", "Starting WICED v4.1.0")
            .packet(Way.IN, "wiced_subcriber_aws", Told.SUBSCRIBER, "CONNECT", "", "")
            .packet(Way.IN, "wiced_subcriber_aws", Told.SUBSCRIBER, "SUBSCRIBE", "demo/bulb", "");

    assertThat(crashed.codes()).doesNotContain("early-message");
  }

  @Test
  void what_a_publisher_did_wrong_comes_before_a_message_that_went_too_early() {
    Told told = booting().publishes("demo/bulb", "LIGHT ON").acknowledged();

    assertThat(subscribes(told, "demo/bulb").codes())
        .containsExactly("on-first", "swapped-payload");
  }

  private static Told early() {
    return early("demo/bulb");
  }

  /** A message from a publisher, then the subscriber's way from its CONNECT on. */
  private static Told early(String topic) {
    return subscribes(booting().publishes("demo/bulb", "LIGHT OFF"), topic);
  }

  private static Told subscribes(Told told, String topic) {
    return told.later(300)
        .packet(Way.IN, "wiced_subcriber_aws", Told.SUBSCRIBER, "CONNECT", "", "")
        .packet(Way.IN, "wiced_subcriber_aws", Told.SUBSCRIBER, "SUBSCRIBE", topic, "");
  }

  private static Told booting() {
    return new Told().publisherStarts().says("subscriber", "Starting WICED v4.1.0").later(500);
  }

  @Test
  void a_message_long_after_the_contact_closed_is_a_bounce_and_one_at_once_may_be_the_apps() {
    blamesTheBench(
        pair().contact(true).later(40).publishes("demo/bulb", "LIGHT OFF"), "bouncing-contact");
    assertThat(pair().contact(true).publishes("demo/bulb", "LIGHT OFF").codes())
        .containsExactly("bouncing-contact", "no-release");
  }

  @Test
  void two_messages_while_the_contact_is_down_are_a_bounce() {
    blamesTheBench(
        pair()
            .contact(true)
            .publishes("demo/bulb", "LIGHT OFF")
            .acknowledged()
            .publishes("demo/bulb", "LIGHT ON"),
        "bouncing-contact");
  }

  @Test
  void two_messages_are_no_bounce_when_the_first_was_not_acknowledged() {
    Told again =
        pair().press().publishes("demo/bulb", "LIGHT OFF").publishes("demo/bulb", "LIGHT OFF");

    assertThat(again.diagnosed().blamesBench()).isFalse();
  }

  @Test
  void the_bench_has_to_be_well_also_where_the_scenario_programmed_a_kit() {
    blamesTheBench(
        pair().deed("publisher power", "publisher was programmed").contactWithin(300, true),
        "slow-board");
  }
}
