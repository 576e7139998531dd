package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import org.junit.jupiter.api.Test;

/** The flash of the shadow, kits.md 1.3 and section 2. */
class DctTest {
  private static final Wifi OWN = new Wifi("Lab", 4194310, "secret words");

  private final byte[] certificate = "a certificate".getBytes(US_ASCII);
  private final byte[] key = "a key".getBytes(US_ASCII);
  private final Dct dct = new Dct(Wifi.COURSE);

  @Test
  void a_new_one_is_not_configured() {
    assertThat(dct)
        .hasToString(
            "Dct[not configured, thing lightbulb, certificate 0 bytes, key 0 bytes, Wifi[WW101WPA]]");
  }

  @Test
  void it_keeps_what_it_is_configured_with_and_prints_no_secret() {
    dct.configure("abc_thing", certificate, key, OWN);

    assertThat(dct.configured()).isTrue();
    assertThat(dct.thing()).isEqualTo("abc_thing");
    assertThat(dct.certificate()).isEqualTo(certificate);
    assertThat(dct.key()).isEqualTo(key);
    assertThat(dct.wifi()).isEqualTo(OWN);
    assertThat(dct)
        .hasToString(
            "Dct[configured, thing abc_thing, certificate 13 bytes, key 5 bytes, Wifi[Lab]]");
  }

  @Test
  void clearing_forgets_the_name_but_neither_credentials_nor_wifi() {
    dct.configure("abc_thing", certificate, key, OWN);

    dct.clear();

    assertThat(dct)
        .hasToString(
            "Dct[not configured, thing lightbulb, certificate 13 bytes, key 5 bytes, Wifi[Lab]]");
  }

  @Test
  void erasing_forgets_all() {
    dct.configure("abc_thing", certificate, key, OWN);

    dct.erase(Wifi.COURSE);

    assertThat(dct)
        .hasToString(
            "Dct[not configured, thing lightbulb, certificate 0 bytes, key 0 bytes, Wifi[WW101WPA]]");
  }

  @Test
  void what_is_on_the_stack_becomes_the_flag_when_a_name_is_stored() {
    dct.thing("one");
    assertThat(dct.configured()).isFalse();

    dct.stackLooksConfigured(true);
    dct.thing("two");
    assertThat(dct.configured()).isTrue();

    dct.stackLooksConfigured(false);
    dct.thing("three");
    assertThat(dct.configured()).isFalse();
  }

  @Test
  void a_name_has_31_characters_at_most() {
    dct.thing("0123456789012345678901234567890");
    assertThat(dct.thing()).hasSize(31);

    dct.thing("01234567890123456789012345678901");
    assertThat(dct.thing()).isEqualTo("0123456789012345678901234567890");
  }

  @Test
  void what_is_given_and_got_may_be_changed_without_harm() {
    dct.configure("abc_thing", certificate, key, OWN);

    certificate[0] = 'X';
    dct.certificate()[0] = 'Y';

    assertThat(dct.certificate()).startsWith('a');
  }
}
