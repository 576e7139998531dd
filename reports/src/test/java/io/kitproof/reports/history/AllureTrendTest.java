package io.kitproof.reports.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllureTrendTest {
  @TempDir private Path folder;

  private static String file(String name, String text) {
    return "d('" + name + "','" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "')";
  }

  @Test
  void the_history_in_the_last_page_becomes_the_history_of_the_next_results() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("index.html"),
            "<script>"
                + file("widgets/history-trend.json", "[9]")
                + file("history/history-trend.json", "[{\"data\":{\"passed\":81}}]")
                + file("history/history.json", "{}")
                + file("history/../../out.json", "{}")
                + "</script>");

    assertThat(AllureTrend.carryOver(page, folder.resolve("results"))).isEqualTo(2);

    assertThat(folder.resolve("results/history/history-trend.json"))
        .hasContent("[{\"data\":{\"passed\":81}}]");
    assertThat(folder.resolve("results/history/history.json")).hasContent("{}");
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @Test
  void the_first_report_has_none() throws Exception {
    assertThat(AllureTrend.carryOver(folder.resolve("none.html"), folder.resolve("results")))
        .isZero();
    assertThat(folder.resolve("results")).doesNotExist();
  }
}
