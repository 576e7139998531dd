package io.kitproof.boards.kit.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A file of the page: where it is and what it is. */
record Resource(String file, String mime) {
  private static final Map<String, Resource> ALL =
      Map.of(
          "/config/device_settings.html", new Resource("device_settings.html", "text/html"),
          "/config/scan_page_outer.html", new Resource("scan_page_outer.html", "text/html"),
          "/scripts/general_ajax_script.js",
              new Resource("general_ajax_script.js", "application/javascript"),
          "/styles/buttons.css", new Resource("buttons.css", "text/css"),
          "/images/favicon.ico", new Resource("favicon.ico", "image/vnd.microsoft.icon"),
          "/wpad.dat", new Resource("wpad.dat", "application/x-ns-proxy-autoconfig"),
          "/library/test/success.html", new Resource("success.html", "text/html"));

  static Optional<Resource> at(String path) {
    return Optional.ofNullable(ALL.get(path));
  }

  byte[] content() {
    try (InputStream in = Resource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The configuration page came without " + file + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration page can't read " + file + ".", e);
    }
  }
}
