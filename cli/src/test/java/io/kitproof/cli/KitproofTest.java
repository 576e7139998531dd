package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KitproofTest {
  private static final String LINE = System.lineSeparator();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "virtual --help",
        "cloud --help",
        "provision --help",
        "lint --help",
        "bench --help",
        "bench hold --help",
        "bench release --help",
        "bench status --help",
        "history --help",
        "benchmark --help",
        "benchmark reaction --help",
        "benchmark capture --help",
        "benchmark startup --help",
        "benchmark broker --help",
        "benchmark shadow --help",
        "benchmark timeline --help",
        "benchmark scenarios --help"
      })
  void help_teaches_by_example_on_standard_output(String words) {
    Ran help = Ran.command(words.split(" ", -1));

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: kitproof").contains("Example", "  kitproof ");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void version_is_one_line() {
    assertThat(Ran.command("--version")).isEqualTo(new Ran(0, "kitproof 0.1.0" + LINE, ""));
  }

  @Test
  void no_command_is_wrong_usage_and_names_the_right_ones() {
    Ran ran = Ran.command();

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "Say what to do: run, grade, virtual, cloud, provision, doctor, bench, history, lint,"
                + " benchmark or"
                + " self-check."
                + LINE
                + "See: kitproof --help"
                + LINE);
  }

  @Test
  void misspelled_option_is_wrong_usage_with_a_suggestion() {
    Ran ran = Ran.command("benchmark", "reaction", "--pressed", "3");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("--presses")
        .endsWith("See: kitproof benchmark reaction --help" + LINE);
  }

  @Test
  void number_below_one_is_refused() {
    assertThat(Ran.command("benchmark", "reaction", "--presses", "0"))
        .isEqualTo(new Ran(2, "", "--presses should be at least 1, not 0." + LINE));
  }

  @Test
  void wrong_duration_is_refused_with_a_right_one() {
    assertThat(Ran.command("benchmark", "reaction", "--hold", "50").err())
        .isEqualTo(
            "Invalid value for option '--hold': should be a duration such as 50ms or 1.5s, not 50"
                + LINE
                + "See: kitproof benchmark reaction --help"
                + LINE);
  }

  @Test
  void all_findings_of_a_bench_file_are_shown_and_nothing_is_switched(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("lab.yaml"), "bench: lab\nkitz: {}\nbords: {}\n");

    Ran ran = Ran.command("benchmark", "reaction", "--bench", file.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("findings in the bench file; nothing was switched.", "kitz", "bords");
  }
}
