package io.kitproof.boards.kit;

import io.kitproof.boards.kit.Quirks.Trigger;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The weather station of the class of 2019, 08/01_weather_station_aws (kits.md 1.4). It connects
 * again by itself; kits.md is silent about how long it waits before that, 5 s here as in the other
 * apps of its class that do, and about its subscriptions, which it asks for again.
 */
final class WeatherStation implements Runnable {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration BEFORE_RETRYING = Duration.ofSeconds(5);
  private static final Duration BEFORE_KEYS = Duration.ofMillis(5500);
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final Board board;
  private final Build build;
  private final Stations stations;
  private final Reports reports;
  private final StationKeys keys;
  private final AwsLibrary aws;
  private final Semaphore lost = new Semaphore(0);
  private final Semaphore subscribed = new Semaphore(0);

  WeatherStation(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.stations = new Stations(board, build.mqtt().clientId());
    this.reports = new Reports(board, stations);
    this.keys = new StationKeys(board, stations, reports);
    this.aws = new AwsLibrary(board, build, this::received, lost::release);
  }

  @Override
  public void run() {
    if (!AwsStart.done(board, build)) {
      return;
    }
    String ip = new Network(board, build.image().profile()).address();
    stations.change(own -> new Station(ip, own.alert(), own.climate()));
    board.life().spawn("connect", this::stayConnected);
    board.life().acquire(subscribed);
    board.life().spawn("publish", this::publish);
    board.sleep(BEFORE_KEYS);
    board.onButton(Pins.MB2, Trigger.PRESS, () -> reports.offer(reports::weather));
    board.onButton(Pins.MB1, Trigger.PRESS, this::alert);
    board.life().every(PERIOD, () -> reports.offer(reports::weather));
    keys.run();
  }

  private void stayConnected() {
    board.print(Transcript.AWS_OPENING);
    for (int reconnects = 1; true; reconnects++) {
      connect();
      board.life().acquire(lost);
      board.sleep(BEFORE_RETRYING);
      board.print(AwsTranscript.RECONNECTING.formatted(reconnects));
    }
  }

  private void connect() {
    if (!aws.connect()) {
      board.print(Transcript.AWS_NOT_OPENED);
      lost.release();
      return;
    }
    do {
      board.sleep(LOOK);
      board.print(AwsTranscript.WAITING_FOR_CONNECTION);
    } while (!aws.connected() && lost.availablePermits() == 0);
    if (aws.connected()) {
      aws.together(
          () -> {
            subscribe(Stations.UPDATES);
            subscribe(Stations.ANSWERS);
          });
      subscribed.release();
    }
  }

  private void subscribe(String filter) {
    boolean unused =
        aws.asked(
            AwsTranscript.SUBSCRIBING.formatted(filter),
            () -> aws.subscribe(filter),
            AwsTranscript.SUBSCRIBED,
            AwsTranscript.STATION_NOT_SUBSCRIBED);
  }

  /** The publishing thread: first it asks for all that the cloud knows, and says who it is. */
  private void publish() {
    for (int i = 0; i < Stations.COUNT; i++) {
      int number = i;
      reports.put(() -> Reports.get(number));
    }
    reports.put(reports::ip);
    reports.publishForEver(aws);
  }

  /** The interrupt handler. */
  private void alert() {
    stations.change(own -> own.alerted(!own.alert()));
    reports.offer(reports::alert);
  }

  private void received(String topic, byte[] payload) {
    stations
        .received(topic, payload)
        .filter(number -> keys.updates())
        .ifPresent(number -> board.print(stations.line(number)));
  }
}
