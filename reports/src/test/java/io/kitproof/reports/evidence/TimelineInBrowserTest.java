package io.kitproof.reports.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import io.kitproof.reports.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.logging.LogEntry;

/** The page as a person has it: in a browser, Debian's chromium. */
final class TimelineInBrowserTest {
  private static final Recording FAILED = Sample.recording(Sample.press(false));
  private static final Recording PASSED = Sample.recording(Sample.press(true));

  private final Browser browser = Browser.open();
  @TempDir private Path folder;

  @BeforeEach
  void forgetTheLog() {
    assertThat(complaints()).isEmpty();
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void show(Recording recording) throws IOException {
    String page = TimelinePage.of(TimelineLines.of(recording));
    Path file = Files.writeString(folder.resolve("timeline.html"), page);
    browser.driver().get(file.toUri().toString());
  }

  private List<String> complaints() {
    return browser.driver().manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private Actions pointer() {
    return new Actions(browser.driver());
  }

  /** To the middle of a lane, at a time in milliseconds. */
  private Actions to(String lane, double millis) {
    String found = "lanes.find((l) => l.name === '" + lane + "')";
    double left = browser.number("document.getElementById('chart').getBoundingClientRect().left");
    double top = browser.number("document.getElementById('chart').getBoundingClientRect().top");
    double x = left + browser.number("toX(" + millis + ")");
    double y = top + browser.number(found + ".y + " + found + ".height / 2");
    return pointer().moveToLocation((int) Math.round(x), (int) Math.round(y));
  }

  private String details() {
    return browser.part("details").getText();
  }

  private List<String> rows() {
    return browser.driver().findElements(By.cssSelector("#around tr")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private List<String> lanes() {
    return browser.driver().findElements(By.cssSelector("#lanes .name")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private double inView() {
    return browser.number("view.to - view.from");
  }

  @Test
  void it_opens_with_all_lanes_and_says_what_went_wrong() throws Exception {
    show(FAILED);

    assertThat(browser.driver().getTitle())
        .isEqualTo("A press lights the LED · Timeline · Kitproof");
    assertThat(browser.part("facts").getText())
        .isEqualTo("began 2026-11-23 01:10:03 UTC · 3.060 s · 18 entries in 13 lanes");
    assertThat(browser.part("failures").getText())
        .isEqualTo(
            """
            ✗ Not met: LED1 of subscriber should turn on
            Came instead: stayed off
            Awaited from 1.0000 s to 3.0504 s, after: MB1 of publisher was pressed for 50 ms
            Show""");
    assertThat(lanes())
        .containsExactly(
            "stimuli",
            "expectations",
            "MB1 of publisher · presses/0",
            "subscriber LED1",
            "publisher console",
            "subscriber console",
            "mqtt wiced_publisher",
            "mqtt wiced_subscriber",
            "TLS sessions",
            "test client",
            "registry",
            "shadow of lamp",
            "warnings");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_passed_scenario_has_nothing_to_complain_about() throws Exception {
    show(PASSED);

    assertThat(browser.part("failures").getText()).isEmpty();
    assertThat(browser.part("to-failure").isDisplayed()).isFalse();
    assertThat(browser.part("around-title").getText()).isEqualTo("The last entries");
    assertThat(rows()).hasSize(21);
    assertThat(complaints()).isEmpty();
  }

  @Test
  void pointing_into_the_window_of_a_failure_tells_what_was_awaited_and_what_came()
      throws Exception {
    show(FAILED);

    to("subscriber LED1", 2000).perform();

    assertThat(details())
        .isEqualTo(
            """
            3.0504 s · +2000.0 ms after: MB1 of publisher was pressed for 50 ms
            LED1 of subscriber should turn on: NO
            lane
            expectations
            awaited
            LED1 of subscriber should turn on
            from
            1.0000 s
            until
            3.0504 s
            not met
            3.0504 s
            came instead
            stayed off""");
  }

  @Test
  void pointing_at_a_packet_shows_its_bytes_and_leaving_hides_them() throws Exception {
    show(PASSED);
    to("mqtt wiced_subscriber", 1053.4).perform();

    assertThat(details())
        .startsWith("1.0534 s · +3.0 ms after: MB1 of publisher was pressed for 50 ms")
        .contains("topic\nabc/bulb\n", "connection\n2\n", "way\nOUT\n")
        .endsWith(
            "8 bytes of payload\n0000  4c 49 47 48 54 20 4f 4e                          LIGHT ON");

    pointer().moveToElement(browser.part("scenario")).perform();

    assertThat(browser.part("details").isDisplayed()).isFalse();
  }

  @Test
  void the_keyboard_goes_from_entry_to_entry_and_escape_closes() throws Exception {
    show(PASSED);
    WebElement chart = browser.part("chart");

    chart.sendKeys(Keys.ARROW_RIGHT);
    assertThat(details()).contains("MB1 of publisher was pressed for 50 ms");
    chart.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertThat(details()).contains("MB1 of publisher released (not read back)");
    chart.sendKeys(Keys.ARROW_LEFT);
    assertThat(details()).contains("MB1 of publisher pressed", "closed\ntrue");
    assertThat(browser.part("around-title").getText()).isEqualTo("Around the selected entry");
    chart.sendKeys(Keys.ESCAPE);

    assertThat(browser.part("details").isDisplayed()).isFalse();
  }

  @Test
  void wheel_buttons_and_keys_zoom_and_a_drag_pans() throws Exception {
    show(FAILED);
    double whole = inView();
    double under = browser.number("toTime(400)");
    WebElement chart = browser.part("chart");
    int middle = chart.getSize().getWidth() / 2;

    pointer()
        .scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(chart, 400 - middle, 0), 0, -240)
        .perform();
    double wheeled = inView();
    assertThat(wheeled).isLessThan(whole * 0.7);
    assertThat(browser.number("toTime(400)")).isCloseTo(under, within(2.0));

    browser.part("zoom-in").click();
    assertThat(inView()).isCloseTo(wheeled / 2, within(0.01));
    chart.sendKeys("-");
    assertThat(inView()).isCloseTo(wheeled, within(0.01));

    double from = browser.number("view.from");
    pointer().moveToElement(chart).clickAndHold().moveByOffset(-200, 0).release().perform();
    assertThat(browser.number("view.from") - from)
        .isCloseTo(200 * wheeled / (2.0 * middle), within(2.0));

    browser.part("whole").click();
    assertThat(inView()).isCloseTo(whole, within(0.01));
    browser.part("to-failure").click();
    assertThat(browser.number("view.from")).isCloseTo(1000 - 0.15 * 2050.4, within(1.0));
    assertThat(details()).contains("came instead\nstayed off");
  }

  @Test
  void a_lane_can_be_taken_out_and_brought_back() throws Exception {
    show(PASSED);
    int tall = browser.part("chart").getSize().getHeight();

    browser
        .driver()
        .findElement(By.cssSelector("#lanes label[title='publisher console'] input"))
        .click();
    assertThat(browser.part("chart").getSize().getHeight()).isEqualTo(tall - 8);
    to("publisher console", 15.5).perform();
    assertThat(browser.part("details").isDisplayed()).isFalse();
    browser.part("all-lanes").click();

    assertThat(browser.part("chart").getSize().getHeight()).isEqualTo(tall);
    to("publisher console", 15.5).perform();
    assertThat(details()).contains("[MQTT] Opening connection...Success");
  }

  @Test
  void words_or_bytes_leave_only_what_has_them() throws Exception {
    show(PASSED);
    WebElement find = browser.part("find");

    find.sendKeys("light on");
    assertThat(browser.part("found").getText()).isEqualTo("4 of 21 entries");
    find.sendKeys(Keys.ENTER);
    assertThat(details()).contains("wiced_publisher sent PUBLISH abc/bulb \"LIGHT ON\"");
    find.clear();
    find.sendKeys("4c494748");

    assertThat(browser.part("found").getText()).isEqualTo("3 of 21 entries");
  }

  @Test
  void on_paper_all_lanes_stand_and_the_entries_around_the_failure() throws Exception {
    show(FAILED);
    browser
        .driver()
        .findElement(By.cssSelector("#lanes label[title='publisher console'] input"))
        .click();

    Object pdf = browser.driver().executeCdpCommand("Page.printToPDF", Map.of()).get("data");
    assertThat(pdf).asString().startsWith("JVBER").hasSizeGreaterThan(10_000);
    Map<String, Object> unused =
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.driver().executeScript("dispatchEvent(new Event('beforeprint'))");

    assertThat(browser.number("lanes.find((l) => l.name === 'publisher console').height"))
        .isEqualTo(26);
    assertThat(browser.part("chart").getSize().getWidth()).isEqualTo(850 - 2);
    assertThat(browser.part("find").isDisplayed()).isFalse();
    assertThat(browser.part("around-title").getText()).isEqualTo("Around the failure");
    assertThat(rows())
        .contains(
            "1.0000 +0.0 ms presses/0 MB1 of publisher was pressed for 50 ms",
            "3.0504 +2000.0 ms expectations LED1 of subscriber should turn on: NO");
  }

  @Test
  void hostile_text_is_text() throws Exception {
    String evil =
        "</script><script>document.title='x'</script><img src=x onerror=alert(1)>\u202e\u001b";
    show(
        Sample.recording(
            Sample.line(1, evil, evil),
            Sample.packet(2, Way.IN, evil, "PUBLISH", evil, evil.getBytes(UTF_8)),
            Sample.trouble(3, new IllegalStateException(evil))));

    assertThat(browser.driver().getTitle())
        .isEqualTo("A press lights the LED · Timeline · Kitproof");
    assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
    assertThat(browser.part("failures").getText())
        .startsWith("✗ The bench failed: </script><script>document.title='x'</script><img src=x")
        .contains("onerror=alert(1)>\\u202E\\x1B");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_line_that_is_none_is_counted_and_the_rest_is_shown() throws Exception {
    String lines =
        TimelineLines.of(PASSED) + "half a li\n{\"type\":\"ConsoleLine\",\"ns\":\"x\"}\n";
    Path file = Files.writeString(folder.resolve("broken.html"), TimelinePage.of(lines));

    browser.driver().get(file.toUri().toString());

    assertThat(browser.part("facts").getText())
        .endsWith("21 entries in 14 lanes · 2 lines of the record could not be read");
  }

  @Test
  void a_scenario_in_which_nothing_was_seen_says_so() throws Exception {
    show(Sample.recording());

    assertThat(browser.part("around-title").getText()).isEqualTo("Nothing was seen.");
    assertThat(browser.part("board").isDisplayed()).isFalse();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void fifty_thousand_entries_are_drawn_by_the_pixel() throws Exception {
    List<Observation> flood = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      flood.add(Sample.line(i * 0.05, "publisher", "line " + i));
    }
    show(Sample.recording(flood));

    assertThat(browser.part("facts").getText()).contains("50000 entries in 1 lanes");
    assertThat(
            browser.number(
                "(() => { let n = 0; buckets(lanes[0].times, () => n++); return n; })()"))
        .isBetween(100.0, 600.0);
    browser.part("find").sendKeys("line 49999", Keys.ENTER);
    assertThat(details()).contains("2.4999 s", "line 49999");
  }
}
