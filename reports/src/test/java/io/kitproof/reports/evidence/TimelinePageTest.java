package io.kitproof.reports.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import io.kitproof.reports.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimelinePageTest {
  private static final String LINES = TimelineLines.of(Sample.recording(Sample.press(false)));

  private static String between(String begin, String end, String page) {
    Matcher m =
        Pattern.compile(Pattern.quote(begin) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(page);
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  private static String embedded(String page) {
    return between("<script type=\"application/json\" id=\"record\">", "</script>", page);
  }

  @Test
  void the_page_holds_the_lines_of_the_record() {
    assertThat(embedded(TimelinePage.of(LINES))).isEqualTo(LINES);
  }

  @Test
  void a_record_on_disk_gives_the_same_page(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("timeline.jsonl"), LINES);

    assertThat(TimelinePage.of(file)).isEqualTo(TimelinePage.of(LINES));
  }

  @Test
  void a_file_that_is_no_record_of_this_version_is_refused(@TempDir Path folder)
      throws IOException {
    Path old =
        Files.writeString(folder.resolve("old.jsonl"), "{\"type\":\"Epoch\",\"instant\":\"\"}\n");

    assertThatThrownBy(() -> TimelinePage.of(old))
        .isInstanceOf(IOException.class)
        .hasMessage(
            old
                + " is no timeline of version 2: its first line should begin with"
                + " {\"type\":\"Epoch\",\"version\":2,");
  }

  @Test
  void what_a_kit_prints_cannot_leave_its_place() {
    String evil = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>{{script}}";
    Recording hostile =
        Sample.recording(
            Sample.line(1, evil, evil),
            Sample.packet(2, Way.IN, evil, "PUBLISH", evil, evil.getBytes(UTF_8)));

    String page = TimelinePage.of(TimelineLines.of(hostile));

    assertThat(embedded(page))
        .contains("\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!--\\u003cimg")
        .contains("{{script}}")
        .doesNotContain("<");
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void the_browser_may_run_this_script_and_load_nothing() throws Exception {
    String page = TimelinePage.of(LINES);
    String style = between("<style>", "</style>", page);
    String script = between("<script>", "</script>", page);

    assertThat(page)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + hash(style)
                + "'; script-src '"
                + hash(script)
                + "'; base-uri 'none'; form-action 'none'\">")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("url(")
        .doesNotContain("@import")
        .doesNotContain("innerHTML");
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
