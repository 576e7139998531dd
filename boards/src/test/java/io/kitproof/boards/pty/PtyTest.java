package io.kitproof.boards.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PtyTest {
  private static final long LONG = Duration.ofSeconds(20).toNanos();

  @Test
  void every_byte_value_passes_unchanged_both_ways() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Pty pty = Pty.open();
        HostEnd host = HostEnd.open(pty.path(), 9600)) {
      host.write(all);
      Ready ready = pty.await(false, LONG);
      assertThat(ready.input() || pty.await(false, LONG).input()).isTrue();
      assertThat(pty.read()).isEqualTo(all);

      assertThat(pty.write(all, 0, all.length)).isEqualTo(256);
      assertThat(host.read(256)).isEqualTo(all);
      assertThat(pty.read()).as("no echo").isEmpty();
    }
  }

  @Test
  void the_rate_a_driver_sets_is_seen_to_the_last_baud() {
    try (Pty pty = Pty.open()) {
      assertThat(pty.hostBaud()).isEqualTo(9600);

      try (HostEnd host = HostEnd.open(pty.path(), 74880)) {
        assertThat(pty.hostBaud()).isEqualTo(74880);
        host.setBaud(115200);
        assertThat(pty.hostBaud()).isEqualTo(115200);
      }
    }
  }

  @Test
  void it_is_closed_until_a_driver_opens_it_and_again_afterwards() {
    try (Pty pty = Pty.open()) {
      assertThat(pty.await(false, 0).open()).isFalse();

      try (HostEnd host = HostEnd.open(pty.path(), 9600)) {
        assertThat(pty.await(false, 0).open()).isTrue();
      }

      assertThat(pty.await(false, LONG).open()).isFalse();
    }
  }

  @Test
  void a_ring_before_the_wait_ends_it_at_once() {
    try (Pty pty = Pty.open();
        HostEnd host = HostEnd.open(pty.path(), 9600)) {
      assertThat(pty.await(false, 0).open()).isTrue();
      long start = System.nanoTime();

      pty.wake();
      Ready ready = pty.await(false, LONG);

      assertThat(System.nanoTime() - start).isLessThan(LONG / 2);
      assertThat(ready).isEqualTo(new Ready(false, false, true));
    }
  }

  @Test
  void closing_hangs_up_the_driver_and_removes_the_path() {
    Pty pty = Pty.open();
    try (HostEnd host = HostEnd.open(pty.path(), 9600)) {
      assertThat(Files.exists(pty.path())).isTrue();

      pty.close();
      pty.close();
      pty.wake();

      assertThat(host.awaitUnplugged()).isTrue();
      assertThat(pty.hostBaud()).isZero();
    }
  }

  @Test
  void what_nobody_has_read_can_be_forgotten() {
    try (Pty pty = Pty.open()) {
      byte[] stale = {1, 2, 3};
      assertThat(pty.write(stale, 0, 3)).isEqualTo(3);

      pty.discardUnread();

      try (HostEnd host = HostEnd.open(pty.path(), 9600)) {
        assertThat(host.readUntilQuiet(Duration.ofMillis(30))).isEmpty();
      }
    }
  }
}
