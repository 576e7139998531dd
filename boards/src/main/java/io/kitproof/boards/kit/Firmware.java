package io.kitproof.boards.kit;

import java.time.Duration;

/** From power-on to the app: what WICED prints while it starts (kits.md 1.0 and section 6). */
final class Firmware implements Runnable {
  private static final Duration TO_BANNER = Duration.ofMillis(100);
  private static final Duration TO_WLAN = Duration.ofMillis(200);

  private final Board board;
  private final Build build;

  Firmware(Board board, Build build) {
    this.board = board;
    this.build = build;
  }

  @Override
  public void run() {
    board.sleep(TO_BANNER);
    Speech speech = Speech.of(build.image().profile());
    board.print(speech.banner());
    board.sleep(TO_WLAN);
    board.print(speech.chip().formatted(board.mac().text()));
    app().run();
  }

  private Runnable app() {
    boolean aws = build.image().profile() == Profile.CLASS2019;
    return switch (build.image().app()) {
      case PUBLISHER -> aws ? new AwsPublisher(board, build) : new Publisher(board, build);
      case SUBSCRIBER -> aws ? new AwsSubscriber(board, build) : new Subscriber(board, build);
      case SHADOW -> aws ? new AwsShadow(board, build) : new Shadow(board, build);
      case PUBLISHER_MQTT -> new ReconnectingPublisher(board, build);
      case SUBSCRIBER_MQTT -> new ReconnectingSubscriber(board, build);
      case AWS_GET -> new AwsGet(board, build);
      case WEATHER_STATION -> new WeatherStation(board, build);
    };
  }
}
