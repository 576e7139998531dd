package io.kitproof.boards.kit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.TestAuthority.Issued;
import io.kitproof.boards.kit.config.ConfigPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A kit, its Wi-Fi and a broker that does as told. */
final class KitRig implements AutoCloseable {
  static final String TOPIC = "abc/bulb";
  private static final double SPEED = 40;

  /** For an app that tries once: what takes 5 s on a kit has 0.5 s here, also on a busy machine. */
  static final double WITH_TIME_TO_ANSWER = 10;

  private static final String BROKER = "data.iot.us-east-1.amazonaws.com";
  private static final String ATS_BROKER = "data-ats.iot.us-east-1.amazonaws.com";

  final TestAuthority authority = new TestAuthority("Test CA");
  final StubBroker broker =
      new StubBroker(authority.server(authority.issue(TestAuthority.BROKER_CN)));
  final Lan lan = Lan.course();
  final FirmwareClock clock;
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final Map<Duration, Runnable> afterWaits = new ConcurrentHashMap<>();
  private final Path dir;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  KitRig(Path dir) {
    this(dir, SPEED);
  }

  KitRig(Path dir, double speed) {
    this.dir = dir;
    this.clock = FirmwareClock.scaled(speed).onRunOut(this::waited);
    lan.host(BROKER, broker.address());
    lan.host(ATS_BROKER, broker.address());
  }

  /** The app with everything done as the course says. */
  FirmwareImage image(App app, Mistake... mistakes) {
    return image(app, Profile.WICED41, mistakes);
  }

  /** The same of another class. */
  FirmwareImage image(App app, Profile profile, Mistake... mistakes) {
    Issued thing = authority.issue("abc_" + app.word());
    return FirmwareImage.of(app, profile)
        .withTopic(TOPIC)
        .withResources(thing.certificatePem(), thing.keyPem(), authority.rootPem())
        .withMistakes(List.of(mistakes));
  }

  VirtualKit plug(FirmwareImage image) {
    return plug(image, ConfigPage.real());
  }

  /** A kit whose configuration page somebody serves. */
  VirtualKit plug(FirmwareImage image, ConfigPage page) {
    String name = image.app().word();
    VirtualKit kit = VirtualKit.plug(name, dir.resolve(name), image, lan, clock, page);
    parts.push(kit);
    return kit;
  }

  /** Lets the name of the broker lead to a web server as well, which answers with these pieces. */
  @CanIgnoreReturnValue
  StubWeb web(String... pieces) {
    SSLContext tls = authority.server(authority.issue(TestAuthority.BROKER_CN));
    StubWeb web = new StubWeb(tls, pieces);
    parts.push(web);
    lan.host(BROKER, broker.address(), web.address());
    return web;
  }

  /** A shadow that has been configured for this thing. */
  VirtualKit shadow(String thing, Mistake... mistakes) {
    return shadow(thing, Profile.WICED41, mistakes);
  }

  /** The same of another class. */
  VirtualKit shadow(String thing, Profile profile, Mistake... mistakes) {
    VirtualKit kit = plug(image(App.SHADOW, profile, mistakes));
    Issued own = authority.issue(thing);
    kit.dct().configure(thing, own.certificatePem(), own.keyPem(), Wifi.COURSE);
    return kit;
  }

  KitConsole console(VirtualKit kit) {
    KitConsole console = KitConsole.open(kit.console());
    parts.push(console);
    return console;
  }

  private void waited(Duration firmware) {
    waits.add(firmware);
    afterWaits.getOrDefault(firmware, () -> {}).run();
  }

  /** Does something each time a wait of this length is over, before the firmware goes on. */
  void after(Duration wait, Runnable deed) {
    afterWaits.put(wait, deed);
  }

  /** Forgets the waits so far. */
  void restartWaits() {
    waits.clear();
  }

  /** The waits and delays of the kits that lasted to their end, in firmware seconds, in order. */
  List<Double> waits() {
    return waits.stream().map(w -> w.toMillis() / 1000.0).toList();
  }

  /** Those that are attempts at something, not the short pauses between. */
  List<Double> longWaits() {
    return waits().stream().filter(seconds -> seconds >= 1).toList();
  }

  /** Lets firmware time pass. */
  void pass(Duration firmware) {
    Life life = new Life("rig", FirmwareClock.scaled(clock.factor()));
    life.sleep(firmware);
    life.end();
  }

  static void press(VirtualKit kit) {
    kit.button("MB1").set(false);
    kit.button("MB1").set(true);
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
    broker.close();
  }
}
