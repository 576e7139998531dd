package io.kitproof.reports.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.state.CiJob;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.fixtures.state.UnusableStateException;
import io.kitproof.reports.Cause;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The scenarios of all runs, a line of JSON each, a file a month, in {@code history} of the state
 * folder. It is only ever appended to; a line that a killed process left half written is skipped by
 * who reads it. Months older than two years are deleted.
 */
public final class Ledger {
  static final String FOLDER = "history";
  static final String ENDING = ".jsonl";

  /** Half a million scenarios in a month: then something else is wrong. */
  private static final long FULL = 256L << 20;

  private static final int MONTHS_KEPT = 24;
  private static final int RUN_NAME = 8;

  private final StateFolder state;

  private Ledger(StateFolder state) {
    this.state = state;
  }

  /** The ledger in that folder. */
  public static Ledger in(StateFolder state) {
    return new Ledger(state);
  }

  /**
   * Appends a run. What it proved does not depend on whether it is remembered.
   *
   * @param staged whether a mistake or a fault was made on purpose
   * @return why it could not be kept; empty when it was
   */
  public Optional<String> append(RunRecord run, BenchFile bench, CiJob job, boolean staged) {
    StringBuilder lines = new StringBuilder();
    entries(run, bench, job, staged).forEach(entry -> lines.append(entry.line()));
    byte[] bytes = lines.toString().getBytes(UTF_8);
    YearMonth month = YearMonth.from(run.started().atOffset(ZoneOffset.UTC));
    try {
      int unused =
          state.exclusively(
              FOLDER,
              () -> {
                forgetBefore(month.minusMonths(MONTHS_KEPT));
                return append(state.folder(FOLDER).resolve(month + ENDING), bytes);
              });
      return Optional.empty();
    } catch (UnusableStateException why) {
      return Optional.of("The run is not in the history. " + why.getMessage());
    }
  }

  private static int append(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = StateFolder.open(file)) {
      long end = channel.size();
      if (end + bytes.length > FULL) {
        throw new IOException(file + " is full");
      }
      // What was torn stays a line of its own.
      ByteBuffer all = ByteBuffer.allocate(bytes.length + 1);
      if (end > 0 && !endsLine(channel, end)) {
        all.put((byte) '\n');
      }
      all.put(bytes).flip();
      int written = 0;
      while (all.hasRemaining()) {
        written += channel.write(all, end + written);
      }
      channel.force(false);
      return written;
    }
  }

  private static boolean endsLine(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    int read = channel.read(last, end - 1);
    return read == 1 && last.get(0) == '\n';
  }

  private void forgetBefore(YearMonth oldest) throws IOException {
    try (Stream<Path> files = Files.list(state.folder(FOLDER))) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        if (file.getFileName().toString().compareTo(oldest + ENDING) < 0) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Reads what runs that began since then left.
   *
   * @throws io.kitproof.fixtures.state.UnusableStateException when it can't be read
   */
  public History since(Instant since) {
    return state.exclusively(FOLDER, () -> LedgerReader.read(state.folder(FOLDER), since));
  }

  private static List<Entry> entries(RunRecord run, BenchFile bench, CiJob job, boolean staged) {
    String name = UUID.randomUUID().toString().substring(0, RUN_NAME);
    String file = fingerprint(bench);
    Used used = Used.on(bench);
    List<Entry> entries = new ArrayList<>();
    for (ScenarioRecord s : run.scenarios()) {
      entries.add(entry(run, name, file, s, used, staged, false, job));
    }
    for (Quarantined q : run.quarantined()) {
      entries.add(entry(run, name, file, q.scenario(), used, staged, true, job));
    }
    return entries;
  }

  private static Entry entry(
      RunRecord run,
      String name,
      String file,
      ScenarioRecord s,
      Used used,
      boolean staged,
      boolean quarantined,
      CiJob job) {
    return new Entry(
        run.started().truncatedTo(ChronoUnit.SECONDS),
        name,
        run.bench(),
        file,
        s.feature(),
        s.name(),
        s.verdict(),
        s.cause().map(Cause::code),
        s.cause().flatMap(Cause::part),
        s.took().toMillis(),
        used.by(s),
        staged,
        quarantined,
        job.url(),
        job.commit());
  }

  /** Another wiring under the same name shows; what ships inside has no file. */
  private static String fingerprint(BenchFile bench) {
    Path file = Path.of(bench.source());
    try {
      return Files.isRegularFile(file) ? sha256(Files.readAllBytes(file)) : "";
    } catch (IOException gone) {
      return "";
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
