package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;
import java.util.function.Supplier;

/** The commands that a weather station takes at its console, a key each (kits.md 1.4). */
final class StationKeys implements Runnable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Board board;
  private final Stations stations;
  private final Reports reports;
  private volatile boolean updates;

  StationKeys(Board board, Stations stations, Reports reports) {
    this.board = board;
    this.stations = stations;
    this.reports = reports;
  }

  /** Whether each update of another station is to be printed. */
  boolean updates() {
    return updates;
  }

  @Override
  public void run() {
    board.print(AwsTranscript.PROMPT);
    while (true) {
      pressed(board.keys().next());
      board.sleep(PAUSE);
    }
  }

  private void pressed(char key) {
    Climate now = board.climate();
    switch (key) {
      case '?' -> board.print(AwsTranscript.HELP);
      case 't' -> told(AwsTranscript.TEMPERATURE, now.temperature(), reports::temperature);
      case 'h' -> told(AwsTranscript.HUMIDITY, now.humidity(), reports::humidity);
      case 'l' -> told(AwsTranscript.LIGHT, now.light(), reports::light);
      case 'A' -> alert(true);
      case 'a' -> alert(false);
      case 'P' -> update(true);
      case 'p' -> update(false);
      case 'x' -> table();
      case 'c' -> board.transmit(AwsTranscript.CLEAR);
      default -> {
        // No command, and nothing is said about it.
      }
    }
  }

  private void told(String line, float value, Supplier<Message> report) {
    board.print(line.formatted(Climate.digits(value, 1)));
    reports.put(report);
  }

  private void alert(boolean on) {
    board.print(on ? AwsTranscript.ALERT_ON : AwsTranscript.ALERT_OFF);
    stations.change(own -> own.alerted(on));
    reports.put(reports::alert);
  }

  private void update(boolean on) {
    board.print(on ? AwsTranscript.UPDATES_ON : AwsTranscript.UPDATES_OFF);
    updates = on;
  }

  private void table() {
    for (int i = 0; i < Stations.COUNT; i++) {
      board.print(stations.line(i));
    }
  }
}
