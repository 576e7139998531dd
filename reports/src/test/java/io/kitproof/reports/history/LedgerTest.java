package io.kitproof.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.state.CiJob;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
  private static final CiJob NOBODY = new CiJob(Optional.empty(), Optional.empty());
  private static final CiJob CI = new CiJob(Optional.of("http://ci/7"), Optional.of("abc"));

  @TempDir private Path folder;

  private Ledger ledger() {
    return Ledger.in(new StateFolder(folder));
  }

  private Path file() {
    return folder.resolve("history/2026-11.jsonl");
  }

  private BenchFile bench() {
    return BenchFile.load("virtual");
  }

  @Test
  void every_scenario_of_a_run_is_a_line_with_what_it_proved_and_used() throws Exception {
    RigException absent = RigException.absent("eyes", Path.of("/dev/serial/by-id/usb-Numato-if00"));
    RunRecord run =
        Sample.run(
            Sample.scenario(
                "A press lights it", 9, Sample.passed(), Sample.recording(Sample.press(true))),
            Sample.repeated());

    assertThat(ledger().append(run, bench(), CI, false)).isEmpty();

    List<String> lines = Files.readAllLines(file());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches(
            "\\{\"when\":\"2026-11-23T01:10:03Z\",\"run\":\"[0-9a-f]{8}\",\"bench\":\"lab-3\","
                + "\"file\":\"\",\"feature\":\"05_two_kits.feature\","
                + "\"scenario\":\"A press lights it\",\"verdict\":\"PASSED\",\"ms\":3062,"
                + "\"used\":\\{\"LED1 of subscriber\":\"eyes/2\","
                + "\"MB1 of publisher\":\"presses/0\"\\},"
                + "\"url\":\"http://ci/7\",\"commit\":\"abc\"\\}");
    assertThat(lines.get(1))
        .contains("\"verdict\":\"FLAKY\",\"cause\":\"bench\",\"part\":\"" + absent.part() + "\"");
  }

  @Test
  void the_bench_file_is_known_by_its_content() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lab.yaml"),
            """
            bench: lab
            kits: {a: {virtual: true, buttons: {MB1: p/0}}}
            boards: {p: {family: lcus, virtual: true}}
            """);

    assertThat(ledger().append(Sample.mixed(), BenchFile.load(file.toString()), NOBODY, false))
        .isEmpty();

    assertThat(Files.readString(file())).containsPattern("\"file\":\"[0-9a-f]{12}\"");
  }

  @Test
  void a_line_that_was_torn_is_skipped_and_said_and_spoils_no_other() throws Exception {
    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();
    int whole = ledger().since(Instant.EPOCH).size();
    String text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 30));

    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();

    History history = ledger().since(Instant.EPOCH);
    assertThat(history.size()).isEqualTo(2 * whole - 1);
    assertThat(history.unreadable()).containsExactly("2026-11.jsonl:" + whole);
  }

  @Test
  void lines_that_are_not_ours_are_skipped_whatever_their_length() throws Exception {
    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();
    int whole = ledger().since(Instant.EPOCH).size();
    Files.writeString(
        file(), "x".repeat(1 << 20) + "\n{\"when\":7}\n\n[]\n\u0000\n", StandardOpenOption.APPEND);

    History history = ledger().since(Instant.EPOCH);

    assertThat(history.size()).isEqualTo(whole);
    assertThat(history.unreadable()).hasSize(5);
  }

  @Test
  void runs_that_end_together_all_are_kept() throws Exception {
    List<Thread> runs = new ArrayList<>();
    List<Optional<String>> failed = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      Thread run =
          new Thread(
              () -> failed.add(ledger().append(Sample.mixed(), bench(), NOBODY, false)),
              "kitproof-test-run-" + i);
      runs.add(run);
      run.start();
    }
    for (Thread run : runs) {
      run.join();
    }

    History history = ledger().since(Instant.EPOCH);
    assertThat(failed).hasSize(8).allMatch(Optional::isEmpty);
    assertThat(history.size()).isEqualTo(8 * Sample.mixed().scenarios().size());
    assertThat(history.unreadable()).isEmpty();
  }

  @Test
  void only_what_began_since_then_is_read() {
    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();

    assertThat(ledger().since(Sample.BEGAN).size()).isPositive();
    assertThat(ledger().since(Sample.BEGAN.plusSeconds(1)).size()).isZero();
    assertThat(ledger().since(Instant.parse("2026-12-01T00:00:00Z")).size()).isZero();
  }

  @Test
  void months_older_than_two_years_are_forgotten() throws Exception {
    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();
    Path old = Files.writeString(folder.resolve("history/2024-10.jsonl"), "{}\n");
    Path kept = Files.writeString(folder.resolve("history/2024-11.jsonl"), "{}\n");

    assertThat(ledger().append(Sample.mixed(), bench(), NOBODY, false)).isEmpty();

    assertThat(old).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void quarantined_and_staged_runs_say_so() throws Exception {
    assertThat(ledger().append(Sample.withQuarantine(), bench(), NOBODY, true)).isEmpty();

    List<String> lines = Files.readAllLines(file());
    assertThat(lines.get(0)).contains("\"staged\":true").doesNotContain("quarantined");
    assertThat(lines.get(1)).contains("\"staged\":true,\"quarantined\":true");
    assertThat(Entry.read(lines.get(1)).orElseThrow().line()).isEqualTo(lines.get(1) + "\n");
  }

  @Test
  void a_history_that_cant_be_kept_is_said() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(Ledger.in(new StateFolder(file)).append(Sample.mixed(), bench(), NOBODY, false))
        .contains(
            "The run is not in the history. The state folder %s/history can't be used: java.nio.file.FileAlreadyExistsException: %s.\n  next: make it writable for you, or set KITPROOF_STATE to a folder that is"
                .formatted(file, file));
  }
}
