package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.reports.grading.Grade;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradeBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private GradeBar bar(boolean live) {
    PrintStream to = new PrintStream(err, true, UTF_8);
    return new GradeBar(Screen.of(to, to, live, false));
  }

  private List<String> told() {
    return err.toString(UTF_8)
        .replace("\r\u001b[K", "\n")
        .lines()
        .filter(l -> !l.isEmpty())
        .toList();
  }

  @Test
  void terminal_shows_a_bar_with_what_is_running_and_the_time_left() {
    GradeBar bar = bar(true);

    bar.read(4, 1);
    bar.at("ada", "It boots\u001b[2J");
    bar.at("bob", "It boots");
    bar.done(new Grade("ada", "Ada", List.of(), List.of(), List.of(), List.of()));
    bar.done(Grade.refused("eve", "", List.of("There is no submission.yaml.")));

    assertThat(told())
        .containsExactly(
            "1 of 4 were graded before.",
            "[#####...............] 1 of 4: ada, It boots\\x1B[2J",
            "[#####...............] 1 of 4: ada, bob",
            "[##########..........] 2 of 4, about 0 s left: bob, It boots",
            "3 of 4, about 0 s left: eve was not graded: There is no submission.yaml.",
            "[###############.....] 3 of 4, about 0 s left: bob, It boots");
  }

  @Test
  void log_has_a_line_for_each_that_is_done() {
    GradeBar bar = bar(false);

    bar.read(1, 0);
    bar.at("ada", "It boots");
    bar.done(Grade.refused("ada", "", List.of("a\nb")));

    assertThat(told()).containsExactly("1 of 1, about 0 s left: ada was not graded: a\\x0Ab");
  }
}
