package io.kitproof.reports.quarantine;

import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenarios that decide nothing for a while. They run and are reported like all others, under a
 * heading of their own. Each has an owner and a last day, at most {@value Reader#LONGEST_DAYS} days
 * ahead, and counts again after it.
 */
public final class Quarantine {
  private static final int LARGEST = 1 << 20;

  private final String source;
  private final List<Entry> entries;
  private final LocalDate today;

  private Quarantine(String source, List<Entry> entries, LocalDate today) {
    this.source = source;
    this.entries = List.copyOf(entries);
    this.today = today;
  }

  /** Nothing is quarantined. */
  public static Quarantine none() {
    return new Quarantine("", List.of(), LocalDate.EPOCH);
  }

  /**
   * The file {@code quarantine.yaml} beside a bench file, if there is one.
   *
   * @param bench the bench file as it was named
   * @throws QuarantineException when it can't be right
   */
  public static Quarantine beside(String bench, LocalDate today) {
    Path file = Path.of(bench).resolveSibling("quarantine.yaml");
    return Files.isRegularFile(Path.of(bench)) && Files.exists(file) ? load(file, today) : none();
  }

  /**
   * Reads a file.
   *
   * @throws QuarantineException with all findings when it can't be read, or can't be right
   */
  public static Quarantine load(Path file, LocalDate today) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new QuarantineException(List.of(file + ": It is larger than 1 MB."));
      }
      return parse(Files.readString(file), file.toString(), today);
    } catch (IOException e) {
      throw new QuarantineException(List.of(file + ": It can't be read: " + e + "."));
    }
  }

  /**
   * Reads the text of one.
   *
   * @param source what findings call it
   * @throws QuarantineException with all findings when it can't be right
   */
  public static Quarantine parse(String yaml, String source, LocalDate today) {
    return new Quarantine(source, new Reader(source, today).read(yaml), today);
  }

  /** What counts no more since its last day has passed, a sentence each, with its line. */
  public List<String> ended() {
    return entries.stream()
        .filter(entry -> entry.hasEnded(today))
        .map(
            entry ->
                "%s:%d: The quarantine of \"%s\" ended on %s, so it counts again: %s has to mend it, or to give it another day."
                    .formatted(
                        source, entry.line(), entry.scenario(), entry.until(), entry.owner()))
        .toList();
  }

  /** The run with its quarantined scenarios set aside. */
  public RunRecord applied(RunRecord run) {
    List<ScenarioRecord> deciding = new ArrayList<>();
    List<Quarantined> aside = new ArrayList<>(run.quarantined());
    for (ScenarioRecord s : run.scenarios()) {
      Optional<Entry> entry = of(s);
      if (entry.isPresent()) {
        aside.add(new Quarantined(s, entry.get().owner(), entry.get().until(), entry.get().why()));
      } else {
        deciding.add(s);
      }
    }
    return new RunRecord(
        run.bench(), run.cloud(), run.started(), deciding, run.interrupted(), aside);
  }

  private Optional<Entry> of(ScenarioRecord s) {
    return entries.stream().filter(e -> e.is(s) && !e.hasEnded(today)).findFirst();
  }
}
