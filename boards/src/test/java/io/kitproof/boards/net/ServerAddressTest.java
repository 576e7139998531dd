package io.kitproof.boards.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.net.ServerAddress.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
  @Test
  void an_address_is_read_and_shown_as_it_was_written() {
    assertThat(ServerAddress.parse("tcp://bench-pi.local:4001"))
        .contains(new ServerAddress(Scheme.TCP, "bench-pi.local", 4001))
        .map(Object::toString)
        .contains("tcp://bench-pi.local:4001");
    assertThat(ServerAddress.parse("rfc2217://[fe80::1]:65535"))
        .map(ServerAddress::place)
        .contains("[fe80::1]:65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://Bench-Pi:502", "tcp://BENCH-PI.:502", "tcp://bench-pi.:502"})
  void one_host_is_spelt_in_one_way(String text) {
    assertThat(ServerAddress.parse(text)).contains(new ServerAddress(Scheme.TCP, "bench-pi", 502));
  }

  @Test
  void an_address_of_ipv6_is_spelt_in_small_letters() {
    assertThat(ServerAddress.parse("tcp://[FE80::A]:502"))
        .map(ServerAddress::place)
        .contains("[fe80::a]:502");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://host",
        "tcp://host:0",
        "tcp://host:65536",
        "tcp://:4001",
        "tcp://.:4001",
        "tcp://a b:4001",
        "tcp://user:pass@host:4001",
        "tcp://host:4001/path",
        "telnet://host:23",
        "/dev/ttyUSB0"
      })
  void anything_else_is_none(String text) {
    assertThat(ServerAddress.parse(text)).isEmpty();
  }
}
