package io.kitproof.reports.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.evidence.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

final class GradePagesTest {
  private static final String HOSTILE = "</title><script>document.title='owned'</script><b x=\"'";

  private static final ScenarioRecord FAILED = Marked.failed(7, "wrong-led");

  @Test
  void students_page_shows_points_cause_what_to_try_and_what_was_seen(@TempDir Path folder)
      throws IOException {
    Grade grade = Marked.grade("bob", "Bob", Marked.passed(3), FAILED);
    GradeFolder.write(folder, Marked.rubric(), grade, seen(Marked.passed(3), FAILED));

    try (Browser browser = Browser.open()) {
      browser.driver().get(folder.resolve("students/bob.html").toUri().toString());

      assertThat(browser.driver().getTitle()).isEqualTo("Bob · A course · Kitproof");
      assertThat(text(browser, "h1")).isEqualTo("Bob: 2 of 4 points");
      assertThat(text(browser, ".card"))
          .isEqualTo(
              "The kit switches the base board's LED.\nIt is wrong-led.\nWhat to try: mend"
                  + " wrong-led");
      assertThat(text(browser, ".words tbody"))
          .isEqualTo("02 2 4 It presses 1 of 2 scenarios passed\nTry: press it");
      WebElement first = browser.driver().findElement(By.cssSelector("details.row"));
      first.click();
      assertThat(first.getText())
          .startsWith("failed\nscenario 7\nTwo kits and one light\nAt fault: wrong-led")
          .contains("It stayed off.", "Timeline");
      first.findElement(By.xpath(".//summary[starts-with(., 'Timeline')]")).click();
      assertThat(first.findElements(By.cssSelector(".timeline tbody tr"))).hasSizeGreaterThan(10);
    }
  }

  @Test
  void page_stands_alone() {
    String page = StudentPage.of(Marked.rubric(), Marked.grade("bob", "Bob", FAILED), seen(FAILED));

    assertThat(page).doesNotContain("href=", "src=", "<script");
  }

  @Test
  void whatever_students_write_is_text(@TempDir Path folder) throws IOException {
    Grade graded = Marked.grade("b" + HOSTILE, HOSTILE, FAILED);
    Grade refused = Grade.refused(HOSTILE, HOSTILE, List.of(HOSTILE));
    Rubric rubric = Marked.rubric();
    GradeFolder.write(folder, rubric, refused, Witnessed.NOTHING);
    Path page = GradeFolder.write(folder, new GradeSheet(rubric, 1, List.of(graded, refused)));

    try (Browser browser = Browser.open()) {
      browser.driver().get(folder.resolve(GradeFolder.page(HOSTILE)).toUri().toString());
      assertThat(browser.driver().getTitle()).isEqualTo(HOSTILE + " · A course · Kitproof");
      assertThat(text(browser, ".warnings")).isEqualTo(HOSTILE);

      browser.driver().get(page.toUri().toString());
      assertThat(browser.driver().getTitle()).isEqualTo("Grades · A course · Kitproof");
      assertThat(browser.driver().findElements(By.tagName("script"))).isEmpty();
      assertThat(text(browser, "section:last-of-type tbody")).contains(HOSTILE);
    }
  }

  @Test
  void class_sees_what_is_common_and_how_each_stands(@TempDir Path folder) throws IOException {
    GradeSheet sheet =
        new GradeSheet(
            Marked.rubric(),
            1,
            List.of(
                Marked.grade("ada", "Ada", Marked.passed(1)),
                Marked.grade("bob", "Bob", Marked.failed(1, "wrong-led")),
                Marked.grade("eve", "Eve", Marked.failed(1, "wrong-led")),
                Marked.grade("flo", "Flo", Marked.failed(1, "no-subscribe")),
                Grade.refused("gus", "", List.of("There is no submission.yaml."))));
    Path page = GradeFolder.write(folder, sheet);

    try (Browser browser = Browser.open()) {
      browser.driver().get(page.toUri().toString());

      assertThat(text(browser, "h1")).isEqualTo("1 of 5 submissions with full marks");
      assertThat(text(browser, ".counts"))
          .isEqualTo("4 graded\n0 look at it\n0 graded in part\n0 not graded: rig\n1 not graded");
      List<WebElement> tables = browser.driver().findElements(By.cssSelector("tbody"));
      assertThat(tables.get(0).getText())
          .isEqualTo(
              "2 wrong-led the kit switches the base board's LED bob, eve\n"
                  + "1 no-subscribe the kit never subscribes flo");
      assertThat(tables.get(1).getText()).isEqualTo("presses 1 4 It presses");
      assertThat(tables.get(2).getText().lines().toList())
          .startsWith("ada Ada graded 4 4")
          .endsWith("gus not graded – – There is no submission.yaml.");
      assertThat(browser.driver().findElement(By.linkText("bob")).getAttribute("href"))
          .endsWith("/students/bob.html");
    }
  }

  @Test
  void every_name_has_a_page_of_its_own() {
    assertThat(GradeFolder.page("ada")).isEqualTo("students/ada.html");
    assertThat(GradeFolder.page("../../ada")).matches("students/-ada-[0-9a-f]{8}\\.html");
    assertThat(GradeFolder.page("Ada")).isNotEqualTo(GradeFolder.page("ADA"));
    assertThat(GradeFolder.page("a".repeat(300))).hasSizeLessThan(90);
  }

  private static Witnessed seen(ScenarioRecord... scenarios) {
    return new Witnessed(List.of(scenarios), List.of());
  }

  @Test
  void what_the_programmer_said_is_text() {
    Witnessed seen = new Witnessed(List.of(), List.of("a.c:3: <b>error</b>", "make: ***"));
    Grade grade = Grade.refused("bob", "Bob", List.of("It does not build."));

    assertThat(StudentPage.of(Marked.rubric(), grade, seen))
        .contains("<pre class=\"log\">a.c:3: &lt;b&gt;error&lt;/b&gt;\nmake: ***</pre>");
  }

  private static String text(Browser browser, String css) {
    return browser.driver().findElement(By.cssSelector(css)).getText();
  }
}
