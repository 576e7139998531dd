package io.kitproof.reports.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.reports.ExitCode;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final String ONE =
      """
      - scenario: A press lights it
        owner: ann
        until: 2026-12-24
        why: relay 1 sticks
      """;

  private static final RunRecord RUN =
      Sample.run(
          Sample.scenario("A press puts it out", 9, Sample.passed(), Sample.recording()),
          Sample.scenario("A press lights it", 14, Sample.failed(), Sample.recording()));

  private static Quarantine parse(String yaml) {
    return Quarantine.parse(yaml, "quarantine.yaml", TODAY);
  }

  private static void refused(String yaml, String... findings) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(QuarantineException.class)
        .hasMessage(
            (findings.length == 1 ? "1 finding" : findings.length + " findings")
                + " in the quarantine; nothing was switched.\n  "
                + String.join("\n  ", findings));
  }

  @Test
  void a_quarantined_scenario_is_set_aside_and_decides_nothing() {
    RunRecord run = parse(ONE).applied(RUN);

    assertThat(RUN.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
    assertThat(run.scenarios()).containsExactly(RUN.scenarios().get(0));
    assertThat(run.quarantined())
        .containsExactly(
            new Quarantined(
                RUN.scenarios().get(1), "ann", LocalDate.parse("2026-12-24"), "relay 1 sticks"));
  }

  @Test
  void the_last_day_is_a_day_of_it_and_the_next_one_is_not() {
    String last = ONE.replace("2026-12-24", "2026-11-28");
    String over = ONE.replace("2026-12-24", "2026-11-27");

    assertThat(parse(last).ended()).isEmpty();
    assertThat(parse(last).applied(RUN).quarantined()).hasSize(1);
    assertThat(parse(over).ended())
        .containsExactly(
            "quarantine.yaml:1: The quarantine of \"A press lights it\" ended on 2026-11-27, so it"
                + " counts again: ann has to mend it, or to give it another day.");
    assertThat(parse(over).applied(RUN)).isEqualTo(RUN);
  }

  @Test
  void a_feature_tells_scenarios_of_one_name_apart() {
    assertThat(parse(ONE + "  feature: 05_two_kits.feature\n").applied(RUN).quarantined())
        .hasSize(1);
    assertThat(parse(ONE + "  feature: 02_other.feature\n").applied(RUN).quarantined()).isEmpty();
  }

  @Test
  void an_entry_without_an_owner_or_a_last_day_is_refused_with_its_line() {
    refused(
        ONE
            + "- scenario: Boots\n  why: slow\n- scenario: Waits\n  owner: bob\n  why:\n  until: 2026-12-01\n",
        "quarantine.yaml:5: Entry \"Boots\" has no owner: write owner: <who mends it>.",
        "quarantine.yaml:5: Entry \"Boots\" has no last day: write until: 2026-12-12.",
        "quarantine.yaml:7: Entry \"Waits\" has no reason: write why: <what is wrong>.");
  }

  @Test
  void nothing_is_quarantined_for_ever() {
    refused(
        ONE.replace("2026-12-24", "2027-02-27"),
        "quarantine.yaml:1: Entry \"A press lights it\" is quarantined until 2027-02-27: at most 90"
            + " days, until 2027-02-26.");
    refused(
        ONE.replace("2026-12-24", "soon"),
        "quarantine.yaml:1: Entry \"A press lights it\" should end on a day such as 2026-12-12, not"
            + " \"soon\".");
  }

  @Test
  void what_is_no_list_of_entries_is_refused_with_its_line() {
    refused(
        "scenario: x\n",
        "quarantine.yaml:1: A quarantine is a list: begin each entry with \"- scenario: …\".");
    refused(
        "- x\n",
        "quarantine.yaml:1: An entry should have the keys scenario, feature, owner, until, why.");
    refused(
        ONE + "  untill: 3\n",
        "quarantine.yaml:5: Unknown key \"untill\". Keys: scenario, feature, owner, until, why.");
    refused(
        ONE.replace("ann", "[a]"), "quarantine.yaml:2: \"owner\" should be a word or a sentence.");
    refused(
        "- {\n",
        "quarantine.yaml:2: This is not YAML: expected the node content, but found '<stream end>'.");
    assertThat(parse("").applied(RUN)).isEqualTo(RUN);
  }

  @Test
  void it_lies_beside_the_bench_file(@TempDir Path folder) throws Exception {
    Path bench = Files.writeString(folder.resolve("lab.yaml"), "bench: lab\n");

    assertThat(Quarantine.beside(bench.toString(), TODAY).applied(RUN)).isEqualTo(RUN);
    Files.writeString(folder.resolve("quarantine.yaml"), ONE);

    assertThat(Quarantine.beside(bench.toString(), TODAY).applied(RUN).quarantined()).hasSize(1);
    assertThat(Quarantine.beside("virtual", TODAY).applied(RUN)).isEqualTo(RUN);
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> Quarantine.load(file, TODAY))
        .hasMessage(
            "1 finding in the quarantine; nothing was switched.\n  %s: It can't be read:"
                + " java.nio.file.NoSuchFileException: %s.",
            file, file);
  }
}
