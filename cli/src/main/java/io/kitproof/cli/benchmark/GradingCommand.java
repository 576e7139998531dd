package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.steps.grading.Grading;
import io.kitproof.steps.grading.GradingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark grade}. */
@Command(
    name = "grade",
    description = {
      "How long it takes to grade a class of thirty on virtual benches: ten who got everything right, "
          + "and twenty with a mistake each, every one another.",
      "Also whether the right ones get full marks, whether each mistake is named, and whether the "
          + "sheet is the same each time."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all came out as they should",
      "1:somebody right lost points, a mistake was not named, or two sheets differ",
      "2:wrong usage"
    })
final class GradingCommand implements Callable<Integer> {
  private static final int CAME_OUT_WRONG = 1;
  private static final String SHEET = "grades.csv";

  private final Screen screen;

  @Option(
      names = "--benches",
      paramLabel = "N",
      description = "How many benches are at work at once. Default: 4.")
  private int benches = Grading.BENCHES;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How often the class is graded, with the same seed. Default: 1.")
  private int runs = 1;

  @Mixin private final OutputFormat format = new OutputFormat();

  GradingCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    UsageException.atLeastOne("--benches", benches);
    UsageException.atLeastOne("--runs", runs);
    Path folder = Files.createTempDirectory("kitproof-class-");
    try {
      List<SampleClass.Student> students = SampleClass.thirty();
      Path submissions = Files.createDirectory(folder.resolve("submissions"));
      SampleClass.write(students, submissions);
      List<GradingRun> all = new ArrayList<>();
      for (int run = 1; run <= runs; run++) {
        all.add(run(students, submissions, folder.resolve("grades-" + run)));
      }
      print(all);
      boolean right = all.stream().allMatch(run -> run.right() && run.sameAs(all.get(0)));
      return right ? 0 : CAME_OUT_WRONG;
    } finally {
      delete(folder);
    }
  }

  private GradingRun run(List<SampleClass.Student> students, Path submissions, Path out)
      throws IOException {
    Grading grading = new Grading(BenchFile.load("virtual"), Rubric.course(), benches, 1);
    long began = System.nanoTime();
    List<Grade> grades = grading.run(submissions, out, telling(students.size())).grades();
    long nanos = System.nanoTime() - began;
    screen.quiet();
    return GradingRun.of(students, grades, benches, nanos, Files.readString(out.resolve(SHEET)));
  }

  private GradingListener telling(int all) {
    AtomicInteger done = new AtomicInteger();
    return new GradingListener() {
      @Override
      public void done(Grade grade) {
        screen.now("graded: " + done.incrementAndGet() + " of " + all);
      }
    };
  }

  private void print(List<GradingRun> all) {
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("runs", all.stream().map(run -> run.json(all.get(0))).toList());
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    screen.out().println(GradingRun.heading());
    all.forEach(run -> screen.out().println(run.row(all.get(0))));
    all.stream().flatMap(run -> run.complaints().stream()).forEach(screen.out()::println);
    all.stream()
        .flatMap(run -> run.unlike(all.get(0)).stream())
        .forEach(line -> screen.out().println("unlike the first: " + line));
    screen.out().println("on " + Machine.here());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
