package io.kitproof.reports.diagnosis;

import io.kitproof.fixtures.firmware.ConsoleWords;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kit's story since its last boot, in the order of time: what it printed, what it said to the
 * cloud, what was done to it and what its LED did.
 */
final class Story {
  private static final long LAG = Duration.ofSeconds(2).toNanos();

  private final KitFacts kit;
  private final BenchFacts bench;
  private final Recording seen;
  private final List<Observation> everything;
  private final List<Observation> scenario;
  private final List<Observation> all;
  private final List<ConsoleLine> console;
  private final long booted;
  private final long banner;
  private final List<Story> others = new ArrayList<>();
  private @Nullable Set<Long> connections;

  private Story(
      KitFacts kit,
      BenchFacts bench,
      Recording seen,
      List<Observation> everything,
      List<Observation> scenario) {
    this.kit = kit;
    this.bench = bench;
    this.seen = seen;
    this.everything = everything;
    this.scenario = scenario;
    int boot = lastBoot();
    this.banner = boot < 0 ? seen.epochNanos() : everything.get(boot).nanos();
    this.booted = boot < 0 ? Long.MIN_VALUE : started();
    this.all =
        booted() ? everything.stream().filter(o -> o.nanos() - booted >= 0).toList() : everything;
    this.console =
        everything.subList(Math.max(0, boot), everything.size()).stream()
            .filter(ConsoleLine.class::isInstance)
            .map(ConsoleLine.class::cast)
            .filter(this::isMine)
            .toList();
  }

  /** The stories of all kits; each knows the others. */
  static List<Story> of(BenchFacts bench, Recording seen) {
    List<Observation> everything =
        Stream.concat(seen.past().stream(), seen.observations().stream())
            .sorted(Comparator.comparingLong(o -> o.nanos() - seen.epochNanos()))
            .toList();
    List<Observation> scenario = seen.inOrder();
    List<Story> stories =
        bench.kits().stream()
            .map(kit -> new Story(kit, bench, seen, everything, scenario))
            .toList();
    for (Story story : stories) {
      stories.stream().filter(other -> other != story).forEach(story.others::add);
    }
    return stories;
  }

  private int lastBoot() {
    for (int i = everything.size() - 1; i >= 0; i--) {
      if (everything.get(i) instanceof ConsoleLine line
          && isMine(line)
          && line.line().startsWith(ConsoleWords.BOOT)) {
        return i;
      }
    }
    return -1;
  }

  /** When it was restarted: on a busy host its first line comes after its first packet. */
  private long started() {
    return everything.stream()
        .filter(o -> o instanceof Deed && isAtMine(o.lane()))
        .map(Observation::nanos)
        .filter(nanos -> banner - nanos >= 0 && banner - nanos < LAG)
        .reduce((earlier, later) -> later)
        .orElse(banner - LAG);
  }

  private boolean isAtMine(String lane) {
    return lane.equals(kit.name() + " power") || lane.equals(kit.name() + " page");
  }

  private boolean isMine(ConsoleLine line) {
    return line.kit().equals(kit.name());
  }

  KitFacts kit() {
    return kit;
  }

  BenchFacts bench() {
    return bench;
  }

  /** What it printed since its last boot. */
  List<String> lines() {
    return console.stream().map(ConsoleLine::line).toList();
  }

  /** The console lines with their times. */
  List<ConsoleLine> console() {
    return console;
  }

  /** The first line that contains the text. */
  Optional<String> line(String text) {
    return lines().stream().filter(line -> line.contains(text)).findFirst();
  }

  boolean said(String text) {
    return line(text).isPresent();
  }

  /** Whether its boot was seen. */
  boolean booted() {
    return booted != Long.MIN_VALUE;
  }

  <T extends Observation> Stream<T> of(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast);
  }

  /** What happened in the scenario itself. */
  <T extends Observation> Stream<T> inScenario(Class<T> type) {
    return scenario.stream().filter(type::isInstance).map(type::cast);
  }

  /** Its CONNECTs, on whatever papers and by whatever name. */
  List<PacketSeen> connects() {
    return packets("CONNECT").filter(this::isConnectOfMine).toList();
  }

  /**
   * With its own papers and its own name it is plain. Its papers under another kit's name, or its
   * name with another's papers, come from whichever of the two did not come as itself.
   */
  private boolean isConnectOfMine(PacketSeen p) {
    boolean papers = isPaperOf(p);
    if (papers == isNamed(p)) {
      return papers;
    }
    Optional<Story> rival =
        others.stream().filter(other -> papers ? other.isNamed(p) : other.isPaperOf(p)).findFirst();
    return !cameAsItself()
        && rival.map(other -> other.cameAsItself() || isOpening(p.nanos())).orElse(true);
  }

  private boolean isNamed(PacketSeen p) {
    return p.clientId().equals(kit.clientId());
  }

  private boolean isPaperOf(PacketSeen p) {
    return p.principal().equals(kit.principal().orElse(""));
  }

  private boolean cameAsItself() {
    return packets("CONNECT").anyMatch(p -> isNamed(p) && isPaperOf(p));
  }

  /** Whether it was between its boot and the line that says how its connection was opened. */
  boolean isOpening(long nanos) {
    Optional<ConsoleLine> opened =
        console().stream().filter(line -> Words.opened(line.line())).findFirst();
    return booted()
        && nanos - booted >= 0
        && opened.filter(line -> nanos - line.nanos() > 0).isEmpty();
  }

  /** The packets of its connections. */
  Stream<PacketSeen> packets() {
    return of(PacketSeen.class).filter(p -> connections().contains(p.connection()));
  }

  /** Looked for once: whatever the kit said is found by them. */
  private Set<Long> connections() {
    Set<Long> known = connections;
    if (known == null) {
      known = connects().stream().map(PacketSeen::connection).collect(Collectors.toSet());
      connections = known;
    }
    return known;
  }

  private Stream<PacketSeen> packets(String type) {
    return of(PacketSeen.class).filter(p -> p.type().equals(type));
  }

  /** What it published, repeats of one packet left out. */
  List<PacketSeen> published() {
    return packets()
        .filter(p -> p.way() == Way.IN && p.type().equals("PUBLISH") && !p.dup())
        .toList();
  }

  /** What was delivered to it. */
  List<PacketSeen> delivered() {
    return packets().filter(p -> p.way() == Way.OUT && p.type().equals("PUBLISH")).toList();
  }

  /** The ends of its connections. */
  List<ConnectionEnd> ends() {
    return of(ConnectionEnd.class).filter(end -> connections().contains(end.connection())).toList();
  }

  /** Whether the scenario meddled with the cloud: what a kit makes of that is no mistake of its. */
  boolean isCloudDisturbed() {
    return inScenario(Deed.class).anyMatch(deed -> deed.lane().equals("cloud"));
  }

  /** Whether somebody did this to it, in the scenario or before. */
  boolean did(String text) {
    return everything.stream().anyMatch(o -> o instanceof Deed deed && deed.text().contains(text));
  }

  /** The thing it should speak for: what was last meant at its page, else the bench file's. */
  Optional<String> thing() {
    String meant = kit.name() + " was meant for thing ";
    return everything.stream()
        .filter(o -> o instanceof Deed deed && deed.text().startsWith(meant))
        .map(o -> o.text().substring(meant.length()))
        .reduce((earlier, later) -> later)
        .or(kit::thing);
  }

  /** Whether this was done to it, and the other deed not since. */
  boolean isLast(String text, String other) {
    return isLast(text, other, everything.stream());
  }

  private static boolean isLast(String text, String other, Stream<Observation> of) {
    return of.filter(o -> o instanceof Deed deed && List.of(text, other).contains(deed.text()))
        .reduce((earlier, later) -> later)
        .filter(o -> o.text().equals(text))
        .isPresent();
  }

  /** When the recording ends. */
  long ended() {
    return scenario.isEmpty() ? seen.epochNanos() : scenario.get(scenario.size() - 1).nanos();
  }

  /**
   * How long a kit that should ping has said nothing, if that is long for it. The first ping comes
   * as long after its CONNECT as each later one after the one before; a kit that hangs before that
   * is held against its keep alive, and so is one that has kept it before a busy host made a ping
   * late, if its silence is far longer than that.
   */
  Optional<Silence> silence() {
    List<PacketSeen> own = packets().filter(p -> p.way() == Way.IN).toList();
    List<PacketSeen> beats =
        own.stream()
            .filter(p -> p.connection() == own.get(own.size() - 1).connection())
            .filter(p -> p.type().equals("CONNECT") || p.type().equals("PINGREQ"))
            .toList();
    if (beats.isEmpty()) {
      return Optional.empty();
    }
    LongSummaryStatistics gaps =
        IntStream.range(1, beats.size())
            .mapToLong(i -> beats.get(i).nanos() - beats.get(i - 1).nanos())
            .summaryStatistics();
    long keepAlive = kit.keepAlive().toNanos();
    long nanos = ended() - own.get(own.size() - 1).nanos();
    if (gaps.getCount() == 0) {
      return Optional.of(new Silence(nanos, keepAlive)).filter(Silence::isLong);
    }
    long rhythm = Math.min((long) gaps.getAverage(), Math.max(keepAlive, gaps.getMin()));
    return Optional.of(new Silence(nanos, rhythm))
        .filter(silence -> silence.isLong() && nanos > 2 * gaps.getMax());
  }

  /**
   * A stretch without a packet of a kit.
   *
   * @param rhythm the time between its CONNECT and its pings as it was, or as it should be, in
   *     nanoseconds
   */
  record Silence(long nanos, long rhythm) {
    private boolean isLong() {
      return nanos >= 3 * rhythm;
    }
  }

  /** Whether it says that it could not open a connection. */
  boolean failedToConnect() {
    return lines().stream().anyMatch(l -> Words.opened(l) && l.contains("Failed"))
        || (said("Connecting to MQTT Broker") && !said("Successfully connected"));
  }

  /** Handshakes that failed while this kit, and no other, was opening a connection. */
  List<TlsHandshake> failedHandshakes() {
    if (!failedToConnect()) {
      return List.of();
    }
    return of(TlsHandshake.class)
        .filter(h -> !h.completed() && isOpening(h.nanos()))
        .filter(
            h ->
                others.stream()
                    .noneMatch(other -> other.failedToConnect() && other.isOpening(h.nanos())))
        .toList();
  }

  /** How its buttons' contacts moved in the scenario. */
  List<RelayMove> contacts() {
    return inScenario(RelayMove.class).filter(move -> kit.buttons().contains(move.part())).toList();
  }

  /** How they moved since its boot. */
  List<RelayMove> contactsSinceBoot() {
    return of(RelayMove.class).filter(move -> kit.buttons().contains(move.part())).toList();
  }

  /** How its LEDs changed. */
  List<LedEdge> edges() {
    return of(LedEdge.class).filter(edge -> edge.kit().equals(kit.name())).toList();
  }

  /**
   * Whether what runs in it was given to it by a scenario, this one or one before that left it
   * running: what that shows is no news.
   */
  boolean isMadeToFail() {
    String programmed = kit.name() + " was programmed";
    String back = programmed + " back";
    boolean now = inScenario(Deed.class).anyMatch(deed -> deed.text().equals(programmed));
    return now || isLast(programmed, back, everything.stream().filter(o -> o.nanos() - banner < 0));
  }
}
