package io.kitproof.boards.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionTest {
  private static final String PART = "presses";
  private static final ServerAddress PI = ServerAddress.parse("tcp://bench-pi:502").orElseThrow();

  private static final String NOBODY =
      """
      presses can't be reached at tcp://bench-pi:502.
        seen: no host has that name
        next: correct the name in the bench file, or make it known to this computer, by its DNS or in /etc/hosts""";

  @Test
  void a_dns_that_does_not_answer_is_said_and_no_name_is_blamed() {
    assertThat(Connection.notFound(PART, PI, "Temporary failure in name resolution"))
        .hasMessage(
            """
            presses can't be reached at tcp://bench-pi:502.
              seen: this computer's DNS did not tell its address: Temporary failure in name resolution
              next: check that this computer is on its network and its DNS answers, or write the host's IP address in the bench file""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name or service not known",
        "No address associated with hostname",
        "nodename nor servname provided, or not known",
        ""
      })
  void a_name_that_nobody_has_is_blamed(String told) {
    assertThat(Connection.notFound(PART, PI, told)).hasMessage(NOBODY);
  }

  /** As the lock of a bench does before: Java keeps for ten seconds that there was none. */
  @Test
  void a_name_that_was_looked_for_before_is_looked_for_again() {
    // Too long for a name, so that nobody has to be asked for it.
    String name = "y".repeat(64);
    assertThatThrownBy(() -> InetAddress.getByName(name)).hasMessageStartingWith(name + ": ");
    assertThatThrownBy(() -> InetAddress.getByName(name)).hasMessage(name);

    assertThatThrownBy(() -> Connection.find(name))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageStartingWith("Y".repeat(64) + ": ");
  }
}
