package io.kitproof.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What every page has around its content: one file without scripts that asks nothing of any host;
 * the browser is told to refuse if it ever did.
 */
public final class Frame {
  private Frame() {}

  /** A page that is open at the beginning of its content. */
  public static Html open(String title) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"");
    html.raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.element("title", title + " · Kitproof");
    return html.raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
  }

  /**
   * The whole page.
   *
   * @param footer our own markup
   */
  public static String close(Html html, String footer) {
    html.raw("<footer>" + footer + "</footer>\n</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private static String style() {
    try (InputStream css = Frame.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is missing beside " + Frame.class.getName());
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css can't be read.", e);
    }
  }
}
