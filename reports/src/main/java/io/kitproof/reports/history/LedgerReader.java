package io.kitproof.reports.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files of a ledger, line by line, within limits. */
final class LedgerReader {
  /** The newest so many scenarios; about 500 bytes of memory each. */
  private static final int MOST = 500_000;

  private final Instant since;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  private LedgerReader(Instant since) {
    this.since = since;
  }

  static History read(Path folder, Instant since) throws IOException {
    LedgerReader reader = new LedgerReader(since);
    String first = YearMonth.from(since.atOffset(ZoneOffset.UTC)) + Ledger.ENDING;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(Ledger.ENDING) && name.compareTo(first) >= 0) {
          reader.file(file);
        }
      }
    }
    return new History(since, reader.newest(), reader.unreadable);
  }

  private List<Entry> newest() {
    return entries.subList(Math.max(0, entries.size() - MOST), entries.size());
  }

  private void file(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int number = 1;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          line(file, number++, line);
          line.reset();
        } else if (line.size() <= Entry.LONGEST_LINE) {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        line(file, number, line);
      }
    }
  }

  private void line(Path file, int number, ByteArrayOutputStream line) {
    Entry.read(line.toString(UTF_8))
        .ifPresentOrElse(
            entry -> {
              if (!entry.when().isBefore(since)) {
                entries.add(entry);
              }
            },
            () -> unreadable.add(file.getFileName() + ":" + number));
  }
}
