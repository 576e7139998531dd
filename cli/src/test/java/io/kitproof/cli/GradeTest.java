package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.cli.benchmark.SampleClass;
import io.kitproof.cli.benchmark.SampleClass.Student;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.VirtualBench;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.submission.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GradeTest {
  private static final String LINE = System.lineSeparator();

  private static final String RUBRIC =
      """
      rubric: A short course
      items:
        - {id: starts, exercise: "02", text: It starts, scenarios: "@exercise-02 and @starts", points: 2, hint: read the console}
        - {id: q1, exercise: "03", text: The library, question: 1, points: 1}
        - {id: q6, exercise: "03", text: JSON, question: 6, points: 1}
      """;

  private static final Student ADA = Student.right("ada", "02", Role.PUBLISHER);
  private static final Student BOB =
      Student.wrong("bob", "02", Mistake.BROKER_TYPO, Role.PUBLISHER);
  private static final Student CLEO = Student.right("cleo", "02", Role.PUBLISHER);

  private Path folder;
  private Path submissions;
  private Path out;
  private String rubric;

  @BeforeEach
  void a_class(@TempDir Path temporary) throws IOException {
    folder = temporary;
    submissions = Files.createDirectory(temporary.resolve("class"));
    out = temporary.resolve("grades");
    rubric = Files.writeString(temporary.resolve("rubric.yaml"), RUBRIC).toString();
  }

  private void handIn(Student... students) throws IOException {
    SampleClass.write(List.of(students), submissions);
  }

  private Ran grade(String... more) {
    return grade(out, more);
  }

  private Ran grade(Path into, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("grade", submissions.toString(), "--rubric", rubric, "--out", into.toString()));
    words.addAll(List.of(more));
    return Ran.command(words.toArray(String[]::new));
  }

  private String sheet(Path of) throws IOException {
    return Files.readString(of.resolve("grades.csv"));
  }

  @Test
  void right_ones_get_full_marks_and_what_is_wrong_is_named() throws IOException {
    handIn(ADA, BOB);

    Ran ran = grade();

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            ada        2 of 2
            bob        0 of 2  the kit has a broker name that does not resolve

            2 submissions: 2 graded
            Grades: %s
            """
                .formatted(out.resolve("index.html")));
    assertThat(sheet(out))
        .isEqualTo(
            """
            submission,student,standing,points,of,cause,in words,starts,q1,q6
            ada,ada,graded,2,2,,,2,,
            bob,bob,graded,0,2,broker-typo,the kit has a broker name that does not resolve,0,,
            """
                .replace("\n", "\r\n"));
    assertThat(Files.readString(out.resolve("students/bob.html")))
        .contains("<h2 class=\"cause\">The kit has a broker name that does not resolve.</h2>")
        .contains("Error in resolving DNS")
        .doesNotContain("PRIVATE KEY", "ada");
    assertThat(ran.err())
        .startsWith(
            "Grades go to " + out + "; with --out " + out + " a stopped grading goes on." + LINE)
        .containsPattern("2 of 2, about 0 s left: (ada 2|bob 0) of 2 points");
  }

  @Test
  void each_bad_one_is_told_why_and_the_others_go_on() throws IOException {
    handIn(ADA, BOB, CLEO, Student.right("dora", "02", Role.PUBLISHER));
    Path bob = submissions.resolve("bob");
    Files.writeString(bob.resolve("submission.yaml"), "student: Bob\nexercises: [02\n");
    Files.delete(submissions.resolve("cleo/publisher/privkey.cer"));
    Files.writeString(
        submissions.resolve("dora/publisher.yaml"), "app: publisher\nplatform: BCM943362WCD4\n");
    Path zip = submissions.resolve("eve.zip");
    try (ZipOutputStream bomb = new ZipOutputStream(Files.newOutputStream(zip), UTF_8)) {
      bomb.putNextEntry(new ZipEntry("submission.yaml"));
      bomb.write(new byte[16 << 20]);
    }
    Path fay = Files.createDirectory(submissions.resolve("fay"));
    Files.writeString(fay.resolve("submission.yaml"), "student: Fay\nexercises: [03]\n");
    Files.writeString(fay.resolve("answers.md"), "1. J\u00f6", ISO_8859_1);

    Ran ran = grade();

    assertThat(ran.code()).isEqualTo(1);
    assertThat(sheet(out))
        .isEqualTo(
            """
            submission,student,standing,points,of,cause,in words,starts,q1,q6
            ada,ada,graded,2,2,,,2,,
            bob,,not graded,0,0,,"submission.yaml:3: This is not YAML: expected ',' or ']', but got <stream end>, column 1.",,,
            cleo,,not graded,0,0,,"submission.yaml:4: ""key"" of kit publisher should be in the submission's folder, but there is no ""publisher/privkey.cer"".",,,
            dora,dora,not graded,0,0,,"publisher.yaml:2: The image is built for another board, ""BCM943362WCD4"": the kit is a WW101_2_CYW943907AEVAL1F. Name it in VALID_PLATFORMS and in the make target, and build again.",,,
            eve.zip,,not graded,0,0,,Something in it is more than 200 times as large unpacked: that is a bomb.,,,
            fay,Fay,graded in part,0,0,,"""
                    .replace("\n", "\r\n")
                + "\"\"\"answers.md\"\" is not UTF-8 from byte 4 on (from 0). Save it anew as UTF-8.\",,"
                + "not graded: unreadable,not graded: unreadable\r\n");
    assertThat(out.resolve(".unpacked")).doesNotExist();
  }

  @Test
  void answers_are_graded_and_what_nobody_can_tell_is_left_for_a_person() throws IOException {
    Path ada = Files.createDirectory(submissions.resolve("ada"));
    Files.writeString(ada.resolve("submission.yaml"), "student: Ada\nexercises: [03]\n");
    Files.writeString(
        ada.resolve("answers.md"),
        "1. $(NAME)_COMPONENTS := protocols/MQTT\n6. No, only shadows.\n");
    Path bob = Files.createDirectory(submissions.resolve("bob"));
    Files.writeString(bob.resolve("submission.yaml"), "student: Bob\nexercises: [03]\n");

    Ran ran = grade();

    assertThat(ran.code()).isZero();
    assertThat(sheet(out))
        .contains("ada,Ada,graded,2,2,,,,1,1\r\n", "bob,Bob,graded,0,2,,,,0,0\r\n");
    assertThat(Files.readString(out.resolve("students/bob.html")))
        .contains("no answers were handed in");
  }

  @Test
  void bench_that_fails_costs_nobody_a_point() throws IOException {
    handIn(ADA);
    Path silent =
        Files.writeString(
            folder.resolve("silent.yaml"),
            """
            bench: silent
            cloud: {local: {}}
            virtual: {clock: 10}
            boards:
              presses: {family: numato, virtual: {silent: true}}
            kits:
              publisher:
                virtual: true
                buttons: {MB1: presses/0}
                reset: presses/1
                thing: a
                topic: a/b
            """);

    Ran ran = grade("--bench", silent.toString());

    assertThat(ran.code()).isEqualTo(3);
    assertThat(sheet(out)).contains("ada,ada,not graded: rig,0,0,,,not graded: rig,,\r\n");
    assertThat(out.resolve("journal.jsonl")).isEmptyFile();
  }

  /** In a process of its own, one submission after the other. */
  private Started started() throws Exception {
    return Started.command(
        "grade",
        submissions.toString(),
        "--rubric",
        rubric,
        "--out",
        out.toString(),
        "--benches",
        "1");
  }

  @Test
  void killed_in_the_middle_it_goes_on_and_the_sheet_is_the_same() throws Exception {
    handIn(ADA, BOB, CLEO);
    Path whole = folder.resolve("whole");
    Ran uninterrupted = grade(whole, "--benches", "1");

    try (Started killed = started()) {
      assertThat(killed.toldLine()).startsWith("Grades go to ");
      assertThat(killed.toldLine()).startsWith("1 of 3, ");
      assertThat(killed.end("KILL")).isEqualTo(137);
    }
    Ran resumed = grade();

    assertThat(uninterrupted.code()).isZero();
    assertThat(resumed.code()).isZero();
    assertThat(resumed.err()).contains(LINE + "1 of 3 were graded before." + LINE);
    assertThat(sheet(out)).isEqualTo(sheet(whole));
    assertThat(out.resolve("grades.json")).hasSameBinaryContentAs(whole.resolve("grades.json"));
    assertThat(out.resolve("index.html")).hasSameBinaryContentAs(whole.resolve("index.html"));
    assertThat(out.resolve("students")).isDirectoryContaining("glob:**/ada.html");
  }

  @Test
  void interrupted_it_says_so_and_keeps_what_was_done() throws Exception {
    handIn(ADA, BOB);

    try (Started started = started()) {
      assertThat(started.toldLine()).startsWith("Grades go to ");
      assertThat(started.toldLine()).startsWith("1 of 2, ");
      assertThat(started.end("INT")).isEqualTo(130);
      assertThat(started.toldRest()).endsWith("Interrupted." + LINE);
    }

    assertThat(Files.readAllLines(out.resolve("journal.jsonl"))).hasSize(1);
  }

  @Test
  void only_what_changed_is_graded_anew() throws IOException {
    handIn(ADA, BOB);
    assertThat(grade().code()).isZero();
    Path image = submissions.resolve("bob/publisher.yaml");
    Files.writeString(image, Files.readString(image).replace("broker-typo", ""));

    Ran again = grade();

    assertThat(again.err())
        .contains(LINE + "1 of 2 were graded before." + LINE)
        .contains("2 of 2, about 0 s left: bob 2 of 2 points");
    assertThat(sheet(out)).contains("bob,bob,graded,2,2,,,2,,\r\n");
  }

  @Test
  void another_seed_is_another_grading() throws IOException {
    handIn(ADA);
    assertThat(grade().code()).isZero();

    assertThat(grade("--seed", "2").err()).doesNotContain("were graded before");
    assertThat(grade("--seed", "2").err()).contains("1 of 1 were graded before.");
  }

  @Test
  void json_is_one_document() throws IOException {
    handIn(ADA);

    assertThat(grade("--format", "json").json().at("/submissions/0/points").asInt()).isEqualTo(2);
  }

  @Test
  void nothing_to_grade_is_wrong_usage() {
    assertThat(grade())
        .extracting(Ran::code, ran -> ran.err().lines().reduce((a, b) -> b).orElse(""))
        .containsExactly(
            2,
            "There is no submission in "
                + submissions
                + ": each is a folder with a submission.yaml, or a zip file of one.");
  }

  @Test
  void grades_among_the_submissions_are_refused() {
    Path among = submissions.resolve("grades");

    assertThat(grade(among))
        .isEqualTo(
            new Ran(2, "", "The grades can't go to " + among + ", among the submissions." + LINE));
  }

  @Test
  void rubric_that_cant_be_right_is_refused() throws IOException {
    Files.writeString(Path.of(rubric), "rubric: mine\n");

    assertThat(grade())
        .isEqualTo(
            new Ran(
                2,
                "",
                "1 finding in the rubric; nothing was graded.\n  "
                    + rubric
                    + ":1: The rubric gives no points: write items: [{id: …, points: …}]."
                    + LINE));
  }

  @Test
  void tags_that_are_none_are_refused() throws IOException {
    handIn(ADA);
    Files.writeString(Path.of(rubric), RUBRIC.replace("@exercise-02 and", "@exercise-02 ("));

    Ran ran = grade();

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Tag expression \"@exercise-02 ( @starts\" could not be parsed");
  }

  @ParameterizedTest
  @CsvSource({
    "'lcus, port: /dev/no-relay', /dev/no-console",
    "'modbus, port: \"tcp://127.0.0.1:1\"', 'tcp://127.0.0.1:2'"
  })
  void real_parts_are_there_once(String presses, String console) throws IOException {
    Path real =
        Files.writeString(
            folder.resolve("real.yaml"),
            """
            bench: lab
            boards: {presses: {family: %s}}
            kits: {publisher: {console: {port: "%s"}, buttons: {MB1: presses/0}}}
            """
                .formatted(presses, console));

    assertThat(grade("--bench", real.toString(), "--benches", "2"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "Bench lab has real parts: there is only one of it, so --benches is 1." + LINE));
  }

  /** A kit and a board that are plugged in, and a make that programs the kit. */
  private String lab(VirtualBench plugged, String make) throws IOException {
    Path script = Files.writeString(folder.resolve("make"), "#!/bin/sh\n" + make + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return Files.writeString(
            folder.resolve("lab.yaml"),
            """
            bench: lab
            cloud: {local: {}}
            boards:
              presses: {family: numato, port: %s, channels: 8}
            kits:
              publisher:
                console: {port: %s}
                buttons: {MB1: presses/0}
                reset: presses/6
                thing: lab_Publisher
                topic: lab/bulb
                programmer: {command: [./make, "{app}-{platform}", "{image}"], folder: %s}
            """
                .formatted(
                    plugged.ports().get("presses"), plugged.ports().get("publisher"), folder))
        .toString();
  }

  private VirtualBench plugIn() throws IOException {
    BenchFile bench =
        BenchFile.parse(
            """
            bench: plugged
            virtual: {clock: 10}
            boards: {presses: {family: numato, virtual: true, channels: 8}}
            kits:
              publisher: {virtual: true, buttons: {MB1: presses/0}, reset: presses/6}
            """,
            "plugged.yaml");
    return VirtualBench.alone(
        bench, BenchOptions.none(), Files.createDirectory(folder.resolve("ports")));
  }

  private void target(String student) throws IOException {
    Path yaml = submissions.resolve(student + "/submission.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("{thing", "{target: ww101.02_publisher, thing"));
  }

  @Test
  void real_kit_is_programmed_and_what_runs_then_is_graded() throws IOException {
    handIn(ADA);
    target("ada");

    try (VirtualBench plugged = plugIn()) {
      String lab = lab(plugged, "echo \"building $1 of $2\"; echo Target running");
      Ran ran = grade("--bench", lab);

      assertThat(ran.code()).isZero();
      assertThat(sheet(out)).contains("ada,ada,graded,0,2,dummy-certificate,");
      assertThat(Files.readString(out.resolve("students/ada.html")))
          .contains(
              "building ww101.02_publisher-WW101_2_CYW943907AEVAL1F of "
                  + submissions.resolve("ada/publisher.yaml").toRealPath());
    }
  }

  @Test
  void what_does_not_build_earns_nothing_and_says_why() throws IOException {
    handIn(ADA);
    target("ada");

    try (VirtualBench plugged = plugIn()) {
      String lab = lab(plugged, "echo 'x application does not support WW101_2 platform'; exit 2");
      Ran ran = grade("--bench", lab);

      assertThat(ran.code()).isZero();
      assertThat(sheet(out))
          .contains(
              "ada,ada,graded,0,2,old-image,\"the kit still runs another app, for the build made no"
                  + " image\",0,,\r\n");
      assertThat(Files.readString(out.resolve("students/ada.html")))
          .contains(
              "It does not build: &quot;x application does not support WW101_2 platform&quot;.");
    }
  }

  @Test
  void kit_that_cant_be_programmed_costs_nobody_a_point() throws IOException {
    handIn(ADA);
    target("ada");

    try (VirtualBench plugged = plugIn()) {
      String lab = lab(plugged, "echo tried >> tries; echo 'OpenOCD failed'; exit 1");
      Ran ran = grade("--bench", lab);

      assertThat(ran.code()).isEqualTo(3);
      assertThat(sheet(out)).contains("ada,ada,not graded: rig,0,0,,,not graded: rig,,\r\n");
      assertThat(folder.resolve("tries")).content().isEqualTo("tried\ntried\n");
    }
  }

  @Test
  void help_teaches_what_a_submission_is() {
    assertThat(Ran.command("grade", "--help").out())
        .contains("submission.yaml   student: Ada Lovelace")
        .contains("platform: WW101_2_CYW943907AEVAL1F")
        .contains("Exit codes:");
  }
}
