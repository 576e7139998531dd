package io.kitproof.boards.kit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of a weather station: itself and the others, whose shadows it follows. */
public final class Stations {
  /** They are numbered from 0. */
  static final int COUNT = 40;

  /** What it subscribes to, of whatever thing. */
  static final String UPDATES = "$aws/things/+/shadow/update/documents";

  static final String ANSWERS = "$aws/things/+/shadow/get/accepted";

  private static final Pattern TOPIC =
      Pattern.compile(
          "\\$aws/things/ww101_(?<number>\\d\\d)/shadow/(?<what>get/accepted|update/documents)");

  private final int own;
  private final Board board;
  private final Station[] table = new Station[COUNT];

  /**
   * A table that knows nobody.
   *
   * @param thing the station's own, {@code ww101_} and two digits
   */
  Stations(Board board, String thing) {
    this.board = board;
    this.own = Integer.parseInt(thing.substring(thing.length() - 2));
    Arrays.fill(table, Station.UNKNOWN);
  }

  /** Whether a thing of this name is in the table: {@code ww101_00} to {@code ww101_39}. */
  public static boolean isThing(String name) {
    return name.matches("ww101_[0-3]\\d");
  }

  /** The topic of a thing's shadow: update or get. */
  static String topic(int number, String what) {
    return "$aws/things/ww101_%02d/shadow/%s".formatted(number, what);
  }

  int own() {
    return own;
  }

  /** What is known of it; of itself, what it measures now. */
  synchronized Station station(int number) {
    return number == own ? table[own].with(board.climate()) : table[number];
  }

  synchronized void change(UnaryOperator<Station> change) {
    table[own] = change.apply(table[own]);
  }

  String line(int number) {
    return station(number).line(number);
  }

  /** Takes in a message; gives the number of the other station that it was an update of. */
  synchronized Optional<Integer> received(String topic, byte[] payload) {
    Matcher matcher = TOPIC.matcher(topic);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group("number"));
    boolean update = matcher.group("what").startsWith("update");
    Optional<Map<?, ?>> report =
        update
            ? JsonTree.object(payload, "current", "state", "reported")
            : JsonTree.object(payload, "state", "reported");
    if (number == own || number >= COUNT || report.isEmpty()) {
      return Optional.empty();
    }
    table[number] = table[number].reported(report.get());
    return update ? Optional.of(number) : Optional.empty();
  }
}
