package io.kitproof.boards.kit;

import io.kitproof.boards.virtual.Net;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pins of a kit with the WW101 shield V2 that people see and press (kits.md section 4). */
final class Pins {
  static final String MB1 = "MB1";
  static final String MB2 = "MB2";
  static final String LED1 = "LED1";
  static final String LED2 = "LED2";

  /** What the SDK's names mean to an app whose author did not adapt them to the shield. */
  static final String BASE_BUTTON = "USER1";

  static final String BASE_LED = "BASE1";

  private final String kit;
  private final Map<String, Net> buttons = nets(/* idleHigh= */ true, MB1, MB2, BASE_BUTTON);
  private final Map<String, Net> leds = nets(/* idleHigh= */ false, LED1, LED2, BASE_LED);

  Pins(String kit) {
    this.kit = kit;
  }

  private static Map<String, Net> nets(boolean idleHigh, String... names) {
    Map<String, Net> nets = new LinkedHashMap<>();
    for (String name : names) {
      nets.put(name, new Net(name, idleHigh));
    }
    return nets;
  }

  Net button(String name) {
    return find(buttons, name, "button", "Buttons");
  }

  Net led(String name) {
    return find(leds, name, "LED", "LEDs");
  }

  Iterable<Net> buttons() {
    return buttons.values();
  }

  void darken() {
    leds.values().forEach(led -> led.set(false));
  }

  private Net find(Map<String, Net> nets, String name, String what, String all) {
    Net net = nets.get(name);
    if (net == null) {
      throw new IllegalArgumentException(
          "No %s \"%s\" on kit %s. %s: %s."
              .formatted(what, name, kit, all, String.join(", ", nets.keySet())));
    }
    return net;
  }
}
