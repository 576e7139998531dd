package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.pty.HostEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class VirtualPortTest {
  private static final Duration QUIET = Duration.ofMillis(40);

  private final Path dir;

  VirtualPortTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** Notes what happens to it, and answers in capitals. */
  private static final class Shouter implements VirtualPort.Device {
    final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @Override
    public void received(byte[] bytes, VirtualPort port) {
      log.add("received");
      port.send(new String(bytes, US_ASCII).toUpperCase(Locale.ROOT).getBytes(US_ASCII));
    }

    @Override
    public void opened(VirtualPort port) {
      log.add("opened");
    }

    @Override
    public void closed(VirtualPort port) {
      log.add("closed");
    }

    String next() throws InterruptedException {
      String what = log.poll(20, SECONDS);
      return what == null ? "nothing" : what;
    }
  }

  private final Shouter shouter = new Shouter();

  private VirtualPort plug(int baud) {
    return VirtualPort.plug("test", dir.resolve("ports/a"), baud, shouter);
  }

  @Test
  void a_device_answers_and_is_told_of_opening_and_closing() throws InterruptedException {
    try (VirtualPort port = plug(0)) {
      try (HostEnd host = HostEnd.open(port.path(), 4800)) {
        host.write("hello");

        assertThat(host.readText(5)).isEqualTo("HELLO");
        assertThat(port.open()).isTrue();
        assertThat(port.hostBaud()).isEqualTo(4800);
      }

      assertThat(shouter.next()).isEqualTo("opened");
      assertThat(shouter.next()).isEqualTo("received");
      assertThat(shouter.next()).isEqualTo("closed");
      assertThat(port.open()).isFalse();
    }
  }

  @Test
  void an_answer_does_not_wait_for_the_next_look() {
    try (VirtualPort port = plug(0);
        HostEnd host = HostEnd.open(port.path(), 9600)) {
      host.write("x");
      assertThat(host.readText(1)).isEqualTo("X");
      long start = System.nanoTime();

      for (int i = 0; i < 500; i++) {
        host.write("x");
        assertThat(host.readText(1)).isEqualTo("X");
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void what_a_device_says_unasked_goes_out_at_once() throws InterruptedException {
    try (VirtualPort port = plug(0);
        HostEnd host = HostEnd.open(port.path(), 9600)) {
      assertThat(shouter.next()).isEqualTo("opened");
      long start = System.nanoTime();

      for (int i = 0; i < 50; i++) {
        port.send(new byte[] {'t', 'i', 'c', 'k'});
        assertThat(host.readText(4)).isEqualTo("tick");
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void output_is_lost_while_no_driver_has_it_open() throws InterruptedException {
    try (VirtualPort port = plug(0)) {
      port.send("lost".getBytes(US_ASCII));
      try (HostEnd first = HostEnd.open(port.path(), 9600)) {
        assertThat(shouter.next()).isEqualTo("opened");
        port.send("unread".getBytes(US_ASCII));
      }
      assertThat(shouter.next()).isEqualTo("closed");

      try (HostEnd host = HostEnd.open(port.path(), 9600)) {
        assertThat(shouter.next()).isEqualTo("opened");
        port.send("heard".getBytes(US_ASCII));

        assertThat(new String(host.readUntilQuiet(QUIET), US_ASCII)).isEqualTo("heard");
      }
    }
  }

  @Test
  void a_million_bytes_arrive_without_loss_when_unpaced() {
    byte[] million = new byte[1_000_000];
    new Random(1).nextBytes(million);
    try (VirtualPort port = plug(0);
        HostEnd host = HostEnd.open(port.path(), 9600)) {
      port.send(million);

      assertThat(host.read(million.length)).isEqualTo(million);
    }
  }

  @Test
  void a_paced_line_takes_the_time_a_line_takes() {
    byte[] bytes = new byte[5760];
    new Random(1).nextBytes(bytes);
    try (VirtualPort port = plug(115200);
        HostEnd host = HostEnd.open(port.path(), 115200)) {
      Duration quickest = Duration.ofDays(1);
      // Three tries: a busy host may spoil one.
      for (int i = 0; i < 3 && quickest.compareTo(Duration.ofMillis(750)) > 0; i++) {
        long start = System.nanoTime();
        port.send(bytes);
        assertThat(host.read(bytes.length)).isEqualTo(bytes);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        quickest = took.compareTo(quickest) < 0 ? took : quickest;
      }

      assertThat(quickest).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
    }
  }

  @Test
  void a_reader_that_comes_late_loses_nothing_of_a_full_line() {
    byte[] bytes = new byte[60_000];
    new Random(1).nextBytes(bytes);
    try (VirtualPort port = plug(3_000_000);
        HostEnd host = HostEnd.open(port.path(), 3_000_000)) {
      port.send(bytes);
      host.write("full by now?");

      assertThat(host.read(bytes.length)).isEqualTo(bytes);
      assertThat(host.readText(12)).isEqualTo("FULL BY NOW?");
    }
  }

  @Test
  void a_driver_at_the_wrong_rate_reads_and_writes_garbage() {
    try (VirtualPort port = plug(9600);
        HostEnd host = HostEnd.open(port.path(), 115200)) {
      host.write("hello hello");
      byte[] garbage = host.readUntilQuiet(QUIET);
      assertThat(new String(garbage, US_ASCII)).doesNotContain("H").doesNotContain("L");

      host.setBaud(9600);
      host.write("hello");
      assertThat(host.readText(5)).isEqualTo("HELLO");
    }
  }

  @Test
  void unplugging_ends_the_drivers_read_and_removes_the_path() throws InterruptedException {
    try (VirtualPort port = plug(0);
        HostEnd host = HostEnd.open(port.path(), 9600)) {
      assertThat(shouter.next()).isEqualTo("opened");

      port.unplug();
      port.unplug();

      assertThat(Files.isSymbolicLink(port.path())).isFalse();
      assertThat(host.awaitUnplugged()).isTrue();
      assertThat(shouter.next()).isEqualTo("closed");
      assertThat(port.open()).isFalse();
      assertThat(port.hostBaud()).isZero();
      port.send("into the void".getBytes(US_ASCII));
    }
  }

  @Test
  void plugged_in_again_it_works_under_the_same_path() {
    try (VirtualPort port = plug(0);
        VirtualPort other = VirtualPort.plug("other", dir.resolve("b"), 0, new Shouter())) {
      port.unplug();
      other.unplug();
      other.replug(); // takes the number the first one had
      port.replug();
      port.replug();

      try (HostEnd host = HostEnd.open(port.path(), 9600)) {
        host.write("again");
        assertThat(host.readText(5)).isEqualTo("AGAIN");
      }
    }
  }

  @Test
  void a_device_may_unplug_itself() throws InterruptedException {
    Path link = dir.resolve("suicidal");
    VirtualPort.Device device = (bytes, port) -> port.unplug();
    try (VirtualPort port = VirtualPort.plug("suicidal", link, 0, device);
        HostEnd host = HostEnd.open(link, 9600)) {
      host.write("!");

      assertThat(host.awaitUnplugged()).isTrue();
    }
  }

  @Test
  void a_device_that_fails_keeps_its_port() {
    VirtualPort.Device device =
        (bytes, port) -> {
          port.send(bytes);
          throw new IllegalStateException("meant to fail");
        };
    try (VirtualPort port = VirtualPort.plug("failing", dir.resolve("failing"), 0, device);
        HostEnd host = HostEnd.open(port.path(), 9600)) {
      host.write("one");
      assertThat(host.readText(3)).isEqualTo("one");
      host.write("two");
      assertThat(host.readText(3)).isEqualTo("two");
    }
  }

  @Test
  void a_link_left_behind_is_replaced_and_a_file_is_not() throws IOException {
    Path stale = Files.createSymbolicLink(dir.resolve("stale"), Path.of("/dev/pts/99999"));
    VirtualPort.plug("stale", stale, 0, shouter).close();
    assertThat(Files.isSymbolicLink(stale)).isFalse();

    Path file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(() -> VirtualPort.plug("file", file, 0, shouter))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage(file + ": is a file: a virtual port may only replace a symbolic link");
  }

  @Test
  void closing_leaves_neither_thread_nor_descriptor_nor_link() throws IOException {
    plug(0).close();
    long descriptors = descriptors();

    for (int i = 0; i < 20; i++) {
      try (VirtualPort port = plug(115200);
          HostEnd host = HostEnd.open(port.path(), 115200)) {
        host.write("x");
        assertThat(host.readText(1)).isEqualTo("X");
        port.unplug();
        port.replug();
        port.close();
        port.replug();
      }
    }

    assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.isAlive() && t.getName().equals("kitproof-port-test"));
    assertThat(dir.resolve("ports")).isEmptyDirectory();
  }

  private static long descriptors() throws IOException {
    try (var open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(VirtualPortTest::target)
          .filter(t -> t.contains("ptmx") || t.contains("pts") || t.contains("eventfd"))
          .count();
    }
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException e) {
      return "gone meanwhile";
    }
  }
}
