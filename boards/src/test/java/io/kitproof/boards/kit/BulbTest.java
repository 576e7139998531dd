package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.config.ConfigPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of kits.md 1.2, and what mistakes make of it. */
class BulbTest {
  private final StringBuilder console = new StringBuilder();
  private final Pins pins = new Pins("subscriber");

  private Bulb bulb(Mistake... mistakes) {
    Board board =
        new Board(
            new Board.Parts(
                "subscriber",
                pins,
                new Dct(Wifi.COURSE),
                Lan.course(),
                ConfigPage.real(),
                FirmwareClock.real()),
            /* lineBuffered= */ true,
            bytes -> console.append(new String(bytes, US_ASCII)),
            restarting -> {});
    FirmwareImage image = FirmwareImage.of(App.SUBSCRIBER).withMistakes(List.of(mistakes));
    return new Bulb(board, Build.of(image));
  }

  private static void send(Bulb bulb, String... texts) {
    for (String text : texts) {
      bulb.received(text.replace("\\0", "\0").getBytes(US_ASCII));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT ON, on",
    "LIGHT OFF, off",
    "L, on",
    "'', on",
    "LIGHT ON\\0, on",
    "light on, off",
    "LIGHT ON!, off",
    "X, off",
    "'{\"state\":{\"desired\":{\"status\":\"ON\"}}}', off",
    "LIGHT ON\\0 and more than ten bytes, on",
  })
  void the_text_decides(String text, String state) {
    Bulb bulb = bulb();
    send(bulb, state.equals("on") ? "LIGHT OFF" : "LIGHT ON");
    console.setLength(0);

    send(bulb, text);

    assertThat(console).hasToString("light " + state + "\r\n");
    assertThat(pins.led("LED1").high()).isEqualTo(state.equals("on"));
  }

  @Test
  void inverted_led_contradicts_the_console() {
    Bulb bulb = bulb(Mistake.INVERTED_LED);

    send(bulb, "LIGHT ON");

    assertThat(console).hasToString("light on\r\n");
    assertThat(pins.led("LED1").high()).isFalse();
    send(bulb, "LIGHT OFF");
    assertThat(pins.led("LED1").high()).isTrue();
  }

  @Test
  void wrong_led_leaves_the_shield_dark() {
    send(bulb(Mistake.WRONG_LED), "LIGHT ON");

    assertThat(console).hasToString("light on\r\n");
    assertThat(pins.led("LED1").high()).isFalse();
    assertThat(pins.led("BASE1").high()).isTrue();
  }

  @Test
  void wrong_payload_says_off_to_everything() {
    send(bulb(Mistake.WRONG_PAYLOAD), "LIGHT ON", "LIGHT OFF");

    assertThat(console).hasToString("light off\r\nlight off\r\n");
  }

  @Test
  void swapped_payload_takes_off_for_on() {
    send(bulb(Mistake.SWAPPED_PAYLOAD), "LIGHT OFF", "LIGHT ON");

    assertThat(console).hasToString("light on\r\nlight off\r\n");
  }

  @Test
  void stale_compare_misreads_on_after_off() {
    send(bulb(Mistake.STALE_COMPARE), "LIGHT ON", "LIGHT OFF", "LIGHT ON");

    assertThat(console).hasToString("light on\r\nlight off\r\nlight off\r\n");
  }
}
