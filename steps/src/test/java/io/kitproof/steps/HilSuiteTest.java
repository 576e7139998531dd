package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.state.StateFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the suite of the build leaves word of its runs. */
final class HilSuiteTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("KITPROOF_STATE", "/of/the/user");

  @Test
  void a_virtual_bench_leaves_nothing_in_the_users_state() {
    assertThat(HilSuite.stateOf(BenchFile.load("virtual"), ENVIRONMENT))
        .isEqualTo(new StateFolder(Path.of("target/state")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/console", "rfc2217://lab-pi:4001"})
  void a_real_kit_makes_a_run_part_of_the_users_history(String console) {
    BenchFile bench =
        BenchFile.parse(
            """
            bench: mixed
            boards:
              presses: {family: numato, virtual: true}
              eyes: {family: modbus-inputs, port: "tcp://lab-pi:502"}
            kits:
              publisher: {virtual: true, buttons: {MB1: presses/0}}
              subscriber: {console: {port: "%s"}, leds: {LED1: eyes/0}}
            """
                .formatted(console),
            "mixed.yaml");

    assertThat(HilSuite.stateOf(bench, ENVIRONMENT))
        .isEqualTo(new StateFolder(Path.of("/of/the/user")));
  }
}
