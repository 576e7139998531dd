package io.kitproof.cli.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium of this machine without a window, driven by its chromedriver in the W3C's WebDriver
 * protocol: enough of it to open a page and ask it something.
 */
final class HeadlessBrowser implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern READY = Pattern.compile("started successfully on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final URI session;

  private HeadlessBrowser(Process driver, Path chromium) throws IOException {
    this.driver = driver;
    URI door = URI.create("http://127.0.0.1:" + port(driver) + "/session");
    JsonNode opened = post(door, Map.of("capabilities", Map.of("alwaysMatch", wanted(chromium))));
    this.session = URI.create(door + "/" + opened.get("sessionId").asText());
  }

  /**
   * Starts one; empty when this machine has none.
   *
   * @throws IOException when it has one that can't be started
   */
  static Optional<HeadlessBrowser> start() throws IOException {
    Optional<Path> chromium = BROWSERS.stream().flatMap(name -> found(name).stream()).findFirst();
    Optional<Path> chromedriver = found("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      return Optional.empty();
    }
    Process driver =
        new ProcessBuilder(chromedriver.get().toString(), "--port=0")
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .start();
    try {
      return Optional.of(new HeadlessBrowser(driver, chromium.get()));
    } catch (IOException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  private static Optional<Path> found(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String port(Process driver) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return ready.group(1);
      }
    }
    throw new IOException("chromedriver ended before it was ready.");
  }

  private static Map<String, Object> wanted(Path chromium) {
    Stream<String> usual =
        Stream.of("--headless=new", "--disable-dev-shm-usage", "--window-size=1366,768");
    // Chromium does not start its sandbox for root
    Stream<String> forRoot =
        "root".equals(System.getProperty("user.name")) ? Stream.of("--no-sandbox") : Stream.of();
    List<String> arguments = Stream.concat(usual, forRoot).toList();
    return Map.of(
        "browserName",
        "chrome",
        "goog:chromeOptions",
        Map.of("binary", chromium.toString(), "args", arguments));
  }

  /** Opens the file and returns when it is loaded. */
  void open(Path page) throws IOException {
    JsonNode unused = post(URI.create(session + "/url"), Map.of("url", page.toUri().toString()));
  }

  /** Runs a script whose last argument is called with the answer. */
  JsonNode ask(String script, Object... arguments) throws IOException {
    Map<String, Object> body = Map.of("script", script, "args", List.of(arguments));
    return post(URI.create(session + "/execute/async"), body);
  }

  private JsonNode post(URI uri, Map<String, Object> body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    return value(request);
  }

  private JsonNode value(HttpRequest request) throws IOException {
    try {
      JsonNode value =
          json.readTree(http.send(request, BodyHandlers.ofString()).body()).path("value");
      if (value.has("error")) {
        throw new IOException("The browser: " + value.path("message").asText());
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the browser was at work.", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      JsonNode unused = value(HttpRequest.newBuilder(session).timeout(PATIENCE).DELETE().build());
    } finally {
      driver.destroy();
    }
  }
}
