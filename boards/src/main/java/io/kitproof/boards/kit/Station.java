package io.kitproof.boards.kit;

import java.util.Locale;
import java.util.Map;

/** What a weather station knows of one, itself or another (kits.md 1.4). */
record Station(String ip, boolean alert, Climate climate) {
  /** Before anything is known. */
  static final Station UNKNOWN = new Station(Network.NO_ADDRESS, false, new Climate(0, 0, 0));

  /** The line of the table. */
  String line(int number) {
    return String.format(
        Locale.ROOT,
        AwsTranscript.STATION,
        number,
        ip,
        alert ? 1 : 0,
        Climate.digits(climate.temperature(), 1),
        Climate.digits(climate.humidity(), 1),
        Climate.digits(climate.light(), 0));
  }

  Station with(Climate now) {
    return new Station(ip, alert, now);
  }

  Station alerted(boolean now) {
    return new Station(ip, now, climate);
  }

  /** With what a shadow reports; kits.md is silent about what it leaves out, which stays. */
  Station reported(Map<?, ?> report) {
    return new Station(
        report.get("IPAddress") instanceof String text ? text : ip,
        report.get("weatherAlert") instanceof Boolean flag ? flag : alert,
        new Climate(
            number(report, "temperature", climate.temperature()),
            number(report, "humidity", climate.humidity()),
            number(report, "light", climate.light())));
  }

  private static float number(Map<?, ?> report, String name, float known) {
    return report.get(name) instanceof Double value ? value.floatValue() : known;
  }
}
