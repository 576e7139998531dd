package io.kitproof.cli;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.BenchFileException;
import io.kitproof.fixtures.submission.SubmissionsException;
import io.kitproof.fixtures.yaml.Finding;
import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.grading.GradeJson;
import io.kitproof.reports.grading.GradeSheet;
import io.kitproof.reports.grading.GradeSummary;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.reports.grading.RubricException;
import io.kitproof.steps.grading.Grading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof grade}. */
@Command(
    name = "grade",
    description = {
      "Grades a folder of submissions: puts each on a bench, runs the scenarios of its exercises, "
          + "gives points by a rubric, and names what went wrong.",
      "",
      "SUBMISSIONS has a folder, or a zip file, for each student, and in it:",
      "  submission.yaml   student: Ada Lovelace",
      "                    exercises: [02, 04, 05]",
      "                    kits:",
      "                      publisher: {thing: al_Publisher, topic: al/bulb, image: button.yaml}",
      "                      subscriber: {thing: al_Subscriber, topic: al/bulb, image: light.yaml}",
      "  publisher/        client.cer and privkey.cer of that thing; the same in subscriber/",
      "  button.yaml       app: publisher",
      "                    platform: WW101_2_CYW943907AEVAL1F",
      "  answers.md        or answers.yaml, for exercise 03",
      "The kits are publisher (exercises 02, 05), subscriber (04, 05) and lightbulb (06). With one "
          + "kit only, all that is said of it may stand at the top, and its files beside it.",
      "A firmware image is such a text for a virtual kit; for a real one it is whatever the bench's "
          + "programmer takes.",
      "",
      "What is done is kept in DIR at once. Stopped or killed, the same command with --out DIR goes "
          + "on where it was. With the same seed the sheet is the same, byte for byte.",
      "What the bench fails at is repeated; it costs nobody a point."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all were graded, whatever they earned",
      "1:some need a person: they could not be read, or an answer is to be looked at",
      "2:wrong usage, or a rubric or bench file that can't be right; nothing was graded",
      "3:the bench failed in some, which are not graded: give the command again",
      "130:stopped with Ctrl-C; 143 by kill. What was done is kept"
    },
    footer = {
      "",
      "In DIR:",
      "  index.html      the class: which mistakes are common, a line for each submission",
      "  grades.csv      the grade sheet; grades.json, the same for programs",
      "  students/       a page for each: points, what was seen, what to try",
      "",
      "Examples:",
      "  kitproof grade submissions --out grades               on virtual kits, four benches at once",
      "  kitproof grade submissions --out grades --bench lab.yaml",
      "  kitproof grade submissions --out grades --rubric mine.yaml --format json"
    })
final class GradeCommand implements Callable<Integer> {
  private static final int PERSON = 1;

  private final Screen screen;

  @Parameters(paramLabel = "SUBMISSIONS", description = "The folder of the submissions.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path submissions;

  @Option(
      names = "--rubric",
      paramLabel = "FILE",
      description = "What is worth how many points. Default: the course's, which ships inside.")
  private Optional<Path> rubric = Optional.empty();

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--benches",
      paramLabel = "N",
      description =
          "How many virtual benches are at work at once. Default: 4; 1 where there are real parts.")
  private Optional<Integer> benches = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where the chance of virtual benches starts. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the grades go, and where an earlier grading goes on. Default: a new folder under "
              + "kitproof-reports in the working directory.")
  private Optional<Path> out = Optional.empty();

  @Mixin private final OutputFormat format = new OutputFormat();

  GradeCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    BenchFile file = BenchFile.load(bench);
    Grading grading = new Grading(file, rubric(), benches(file), seed);
    refuseAbsent(file);
    Path folder = OutFolder.chosen(out);
    refuseInside(folder);
    screen.done(
        "Grades go to " + folder + "; with --out " + folder + " a stopped grading goes on.");
    GradeSheet sheet = sheet(grading, folder);
    screen.quiet();
    print(sheet, folder.resolve("index.html"));
    return code(sheet);
  }

  private GradeSheet sheet(Grading grading, Path folder) {
    try {
      return grading.run(submissions, folder, new GradeBar(screen));
    } catch (SubmissionsException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("No grades can be written to " + folder + ": " + e.getMessage());
    }
  }

  private Rubric rubric() {
    try {
      return rubric.map(Rubric::load).orElseGet(Rubric::course);
    } catch (RubricException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int benches(BenchFile file) {
    int number = benches.orElse(file.isVirtual() ? Grading.BENCHES : 1);
    UsageException.atLeastOne("--benches", number);
    if (number > 1 && !file.isVirtual()) {
      throw new UsageException(
          "Bench " + file.bench() + " has real parts: there is only one of it, so --benches is 1.");
    }
    return number;
  }

  /** Else every submission would find out by itself. */
  private static void refuseAbsent(BenchFile file) {
    List<Finding> findings = file.portFindings();
    if (!findings.isEmpty()) {
      throw new BenchFileException(findings);
    }
  }

  /** Else the grades would be taken for a submission the next time. */
  private void refuseInside(Path folder) {
    Path in = folder.toAbsolutePath().normalize();
    if (in.startsWith(submissions.toAbsolutePath().normalize())) {
      throw new UsageException("The grades can't go to " + folder + ", among the submissions.");
    }
  }

  private void print(GradeSheet sheet, Path page) {
    if (format.isJson()) {
      screen.out().print(GradeJson.of(sheet));
    } else {
      screen.out().print(GradeSummary.of(sheet));
      screen.out().println("Grades: " + page);
    }
    screen.out().flush();
  }

  private static int code(GradeSheet sheet) {
    if (sheet.count(Standing.RIG) > 0) {
      return Outcomes.RIG;
    }
    boolean all = sheet.count(Standing.GRADED) == sheet.grades().size();
    return all ? 0 : PERSON;
  }
}
