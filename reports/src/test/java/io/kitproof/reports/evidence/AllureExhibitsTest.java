package io.kitproof.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.Recording;
import io.kitproof.reports.Sample;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllureExhibitsTest {
  @Test
  void every_exhibit_is_attached_to_the_running_test(@TempDir Path results) throws Exception {
    AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(results));
    Recording seen = Sample.recording(Sample.press(true));
    List<String> attached = new ArrayList<>();
    lifecycle.scheduleTestCase(new TestResult().setUuid("press"));
    lifecycle.startTestCase("press");

    AllureExhibits.attach(lifecycle, seen);

    lifecycle.updateTestCase(
        test ->
            test.getAttachments().forEach(a -> attached.add(a.getName() + "|" + a.getSource())));
    lifecycle.stopTestCase("press");
    assertThat(attached).hasSize(6);
    for (Exhibit exhibit : Exhibit.of(seen)) {
      String entry =
          attached.stream()
              .filter(a -> a.startsWith(exhibit.name() + "|"))
              .findFirst()
              .orElseThrow();
      Path file = results.resolve(entry.substring(entry.indexOf('|') + 1));
      assertThat(file.toString()).endsWith(exhibit.extension());
      assertThat(Files.readString(file)).isEqualTo(exhibit.text());
    }
  }
}
