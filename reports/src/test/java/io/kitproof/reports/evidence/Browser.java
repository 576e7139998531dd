package io.kitproof.reports.evidence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's chromium without a window, as big as a laptop's screen. */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens one; the test is skipped where there is none. */
  public static Browser open() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "No browser here: apt install chromium chromium-driver");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.resize(1366, 768);
    return browser;
  }

  /** What a person sees of the page, in CSS pixels. */
  void resize(int width, int height) {
    Map<String, Object> size =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    Map<String, Object> unused =
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
  }

  /** What drives it. */
  public ChromeDriver driver() {
    return driver;
  }

  WebElement part(String id) {
    return driver.findElement(By.id(id));
  }

  /** The value of an expression of the page's script, a number. */
  double number(String expression) {
    Object value = driver.executeScript("return " + expression);
    return ((Number) Objects.requireNonNull(value)).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
