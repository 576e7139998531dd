package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark timeline}. */
@Command(
    name = "timeline",
    description = {
      "Puts observations on the timeline at a steady rate, and writes their record: what that costs, "
          + "and whether any is lost.",
      "Then makes the page of a busy scenario, and opens and zooms it in a headless Chromium, if "
          + "this machine has one."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark timeline",
      "  kitproof benchmark timeline --observations 200000 --rate 50000",
      "",
      "JSON: {\"recording\": {\"lost\", \"cpu_percent_of_a_core\", …}, \"page\": {\"bytes\", "
          + "\"rendering\", \"first_paint\", \"zoom_step\"}, …}."
    })
final class TimelineCommand implements Callable<Integer> {
  private final Screen screen;

  @Option(
      names = "--observations",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many are on the page. Default: 50000.")
  private int observations;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many are recorded a second. Default: 20000.")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = Seconds.class,
      description = "For how long they are recorded. Default: 5.")
  private Duration time = Duration.ofSeconds(5);

  @Mixin private final OutputFormat format = new OutputFormat();

  TimelineCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--observations", observations);
    UsageException.atLeastOne("--rate", rate);
    screen.now("recording " + rate + " observations a second");
    RecordingCost recording = RecordingCost.measure(rate, time);
    screen.now("a page of " + observations + " observations");
    PageSpeed page = page();
    screen.quiet();
    print(recording, page);
    return 0;
  }

  private PageSpeed page() {
    try {
      return PageSpeed.measure(observations);
    } catch (IOException e) {
      throw new UncheckedIOException("The page can't be opened in the browser.", e);
    }
  }

  private void print(RecordingCost recording, PageSpeed page) {
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("recording", recording.json());
      document.put("page", page.json());
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    recording.text().forEach(screen.out()::println);
    page.text().forEach(screen.out()::println);
    screen.out().println("on " + Machine.here());
  }
}
