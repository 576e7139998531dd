package io.kitproof.reports.run;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.evidence.TimelineFile;
import io.kitproof.reports.evidence.TimelineLines;
import io.kitproof.reports.evidence.TimelinePage;
import io.kitproof.reports.page.RunPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a run: {@code index.html} for people, {@code run.json} for programs, {@code
 * junit.xml} and {@code summary.md} for CI servers, and {@code timeline/} with everything each
 * scenario saw, as a record and as a page.
 */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes the folder; what a run before left in its {@code timeline/} goes.
   *
   * @param zone whose times the page shows
   * @return the page
   * @throws IOException if the folder can't be written
   */
  public static Path write(RunRecord run, Path folder, ZoneId zone) throws IOException {
    return write(run, folder, zone, Optional.empty());
  }

  /** The same, and the folder will be at {@code url}, which ends with a slash. */
  public static Path write(RunRecord run, Path folder, ZoneId zone, Optional<String> url)
      throws IOException {
    Path timelines = folder.resolve("timeline");
    Files.createDirectories(timelines);
    clear(timelines);
    int number = 0;
    List<ScenarioRecord> all = new ArrayList<>(run.scenarios());
    run.quarantined().forEach(q -> all.add(q.scenario()));
    for (ScenarioRecord s : all) {
      number++;
      put(folder, TimelineFile.of(number, s), TimelineFile.page(number, s), s);
      if (s.first().isPresent()) {
        ScenarioRecord first = s.first().get();
        put(folder, TimelineFile.ofFirst(number, s), TimelineFile.pageOfFirst(number, s), first);
      }
    }
    put(folder.resolve("run.json"), RunJson.of(run, "index.html"));
    put(folder.resolve("junit.xml"), JUnitXml.of(run));
    put(folder.resolve("summary.md"), RunMarkdown.of(run, zone, url));
    Path page = folder.resolve("index.html");
    put(page, RunPage.of(run, zone));
    return page;
  }

  private static void clear(Path timelines) throws IOException {
    try (var old = Files.newDirectoryStream(timelines, "*.{jsonl,html}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  private static void put(Path folder, String record, String page, ScenarioRecord s)
      throws IOException {
    String lines = TimelineLines.of(s.seen());
    put(folder.resolve(record), lines);
    put(folder.resolve(page), TimelinePage.of(lines));
  }

  /** A reader never meets half a file. */
  private static void put(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
