package io.kitproof.reports.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.reports.Recording;
import io.qameta.allure.AllureLifecycle;

/** Puts a recording into Allure, as attachments of the test that is running on this thread. */
public final class AllureExhibits {
  private AllureExhibits() {}

  /** Attaches every exhibit; Allure ignores it, with a log line, when no test is running. */
  public static void attach(AllureLifecycle lifecycle, Recording seen) {
    for (Exhibit e : Exhibit.of(seen)) {
      lifecycle.addAttachment(e.name(), e.mediaType(), e.extension(), e.text().getBytes(UTF_8));
    }
  }
}
