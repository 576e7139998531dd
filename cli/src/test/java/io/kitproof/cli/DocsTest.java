package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.cli.benchmark.SampleClass;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.submission.Reading;
import io.kitproof.fixtures.submission.Role;
import io.kitproof.fixtures.submission.Seat;
import io.kitproof.fixtures.submission.Seat.Seating;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.submission.Submissions;
import io.kitproof.reports.quarantine.Quarantine;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the guides show is true: bench files load, commands and options exist, features run. */
final class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> GUIDES =
      List.of("README.md", "CONTRIBUTING.md", "docs/nightly.md");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** A code fence of a guide. */
  record Fence(String guide, String tag, String text) {}

  private static Stream<Fence> fences() {
    return GUIDES.stream().flatMap(guide -> fences(guide, read(guide)).stream());
  }

  private static List<Fence> fences(String guide, String text) {
    List<Fence> fences = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      fences.add(new Fence(guide, fence.group(1), fence.group(2)));
    }
    return fences;
  }

  private static String read(String guide) {
    try {
      return Files.readString(ROOT.resolve(guide));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fence only(String tag) {
    return only("README.md", tag);
  }

  private static Fence only(String guide, String tag) {
    List<Fence> tagged =
        fences().filter(fence -> fence.guide().equals(guide) && fence.tag().equals(tag)).toList();
    assertThat(tagged).as("fences of %s tagged %s", guide, tag).hasSize(1);
    return tagged.get(0);
  }

  @ParameterizedTest
  @MethodSource("fences")
  void every_fence_says_what_it_is(Fence fence) {
    assertThat(fence.tag()).isIn("yaml", "console", "gherkin", "text", "java");
  }

  @Test
  void bench_file_of_the_readme_loads() {
    BenchFile bench = BenchFile.parse(only("yaml").text(), "README.md");

    assertThat(bench.bench()).isEqualTo("lab-3");
    assertThat(bench.kits()).containsOnlyKeys("publisher", "subscriber");
  }

  @Test
  void quarantine_of_the_guide_is_one() {
    String yaml = only("docs/nightly.md", "yaml").text();

    assertThat(Quarantine.parse(yaml, "nightly.md", LocalDate.parse("2026-12-25")).ended())
        .containsExactly(
            "nightly.md:1: The quarantine of \"A press turns the light on, the next one turns it"
                + " off\" ended on 2026-12-24, so it counts again: ann has to mend it, or to give"
                + " it another day.");
  }

  @Test
  void commands_in_the_guides_exist_with_their_options() {
    List<String> commands =
        GUIDES.stream().map(DocsTest::read).flatMap(text -> commands(text).stream()).toList();

    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      parse(command);
    }
  }

  /** Those after a prompt, and those in the text. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    Matcher command = Pattern.compile("(?m)(?:^\\$ |`)\\./kitproof ?([^`\\n]*)").matcher(text);
    while (command.find()) {
      commands.add(command.group(1).replaceAll("\\s+#.*", "").strip());
    }
    return commands;
  }

  /** Has picocli read a command line without {@code kitproof} in front. */
  static void parse(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    CommandLine kitproof =
        Kitproof.command(Screen.of(nowhere, nowhere, false, false), Interruption.never());
    assertThat(kitproof.parseArgs(words.toArray(String[]::new)).originalArgs())
        .as(command)
        .isEqualTo(words);
    words.stream()
        .filter(w -> w.matches("(publisher|subscriber):.*"))
        .forEach(w -> assertThat(Mistakes.on(BenchFile.load("virtual"), List.of(w))).isNotNull());
  }

  @Test
  void feature_of_the_readme_passes_and_its_message_is_what_a_broken_kit_gets(@TempDir Path folder)
      throws IOException {
    Path feature = Files.writeString(folder.resolve("light.feature"), only("gherkin").text());
    String out = folder.resolve("out").toString();

    Ran fine = Ran.command("run", feature.toString(), "--out", out);
    Ran broken =
        Ran.command(
            "run", feature.toString(), "--out", out, "--mistake", "subscriber:inverted-led");

    assertThat(fine.code()).isZero();
    assertThat(broken.code()).isEqualTo(1);
    String shown = essence(read("README.md"));
    broken
        .out()
        .lines()
        .filter(line -> line.matches("FAILED.*|    LED1.*|\\s+(expected|evidence|next) .*"))
        .forEach(line -> assertThat(shown).contains(essence(line)));
  }

  /** Times differ from run to run, and so does which of the two presses is found out first. */
  private static String essence(String text) {
    return text.replaceAll("\\d+(\\.\\d+)?", "0").replaceAll("\\b(on|off)\\b", "on");
  }

  @Test
  void submission_of_the_readme_can_be_graded(@TempDir Path folder) throws IOException {
    Path ada = Files.createDirectories(folder.resolve("submissions/ada"));
    Fence shown = fences().filter(f -> f.text().startsWith("student: ")).findFirst().orElseThrow();
    Files.writeString(ada.resolve("submission.yaml"), shown.text());
    Files.createDirectory(ada.resolve("src"));
    for (Role kit : List.of(Role.PUBLISHER, Role.SUBSCRIBER)) {
      SampleClass.write(List.of(SampleClass.Student.right(kit.word(), "02", kit)), folder);
      Path own = folder.resolve(kit.word());
      Files.move(own.resolve(kit.word()), ada.resolve(kit.word()));
      String image = kit == Role.PUBLISHER ? "button.yaml" : "light.yaml";
      Files.move(own.resolve(kit.word() + ".yaml"), ada.resolve(image));
    }

    Reading read = Submissions.in(folder.resolve("submissions"), folder).get(0);

    assertThat(read).isInstanceOf(Submission.class);
    assertThat(Seat.of((Submission) read, BenchFile.load("virtual"), 1))
        .isInstanceOf(Seating.Done.class);
  }

  @Test
  void programmer_of_the_readme_is_one() {
    Matcher programmer = Pattern.compile("`(programmer: \\{[^`]*})`").matcher(read("README.md"));
    assertThat(programmer.find()).isTrue();
    String bench =
        """
        bench: lab
        boards: {presses: {family: lcus, port: /dev/relay}}
        kits:
          publisher:
            console: {port: /dev/console}
            buttons: {MB1: presses/0}
            %s
        """
            .formatted(programmer.group(1));

    assertThat(BenchFile.parse(bench, "lab.yaml").kits().values())
        .allMatch(kit -> kit.programmer().isPresent());
  }

  @Test
  void links_lead_to_files_that_are_there() {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
    for (String guide : GUIDES) {
      Matcher target = link.matcher(read(guide));
      while (target.find()) {
        assertThat(ROOT.resolve(guide).resolveSibling(target.group(1))).exists();
      }
    }
  }
}
