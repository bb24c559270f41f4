package org.lifecircle;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a screen, 1366 × 768, that a person's hand could have moved. */
final class Browser implements AutoCloseable {

  /**
   * For what a page shall come to show, mostly within a second. What takes longer than this is
   * broken also on a busy machine without a graphics card.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** For the driver's own answers: a browser that hangs hangs no test. */
  private static final Duration DRIVER_PATIENCE = Duration.ofMinutes(2);

  private static final File CHROME_ON_MACOS =
      new File("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final ChromeDriver driver;

  Browser() {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(
        findProgram("chromium")
            .or(() -> findProgram("google-chrome"))
            .or(() -> Optional.of(CHROME_ON_MACOS).filter(File::canExecute))
            .orElseThrow(() -> missing("chromium")));
    if ("root".equals(System.getProperty("user.name"))) {
      options.addArguments("--no-sandbox"); // Chromium has none to offer to root
    }
    // WebGL is drawn by software: there is no graphics card to count on.
    options.addArguments(
        "--headless=new",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-prefers-reduced-motion",
        "--force-device-scale-factor=1",
        "--window-size=1366,768");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            service, options, ClientConfig.defaultConfig().readTimeout(DRIVER_PATIENCE));
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    resize(1366, 768);
  }

  private static File program(String name) {
    return findProgram(name).orElseThrow(() -> missing(name));
  }

  private static Optional<File> findProgram(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> new File(folder, name))
        .filter(File::canExecute)
        .findFirst();
  }

  private static AssertionError missing(String program) {
    return new AssertionError(
        "找不到 "
            + program
            + "；请运行 ./lifecircle test，或先安装：There is no "
            + program
            + ": run ./lifecircle test, or install it first:"
            + " apt-get install chromium chromium-driver");
  }

  /** The size of the page inside the window. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Takes the network away from the page, or gives it back. */
  void offline(boolean offline) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Opens an address afresh, also where only its fragment differs. */
  void open(String address) {
    driver.get("about:blank");
    driver.get(address);
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  void back() {
    driver.navigate().back();
  }

  /** Waits until something holds. */
  <T> T await(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class) // what is shown was drawn anew meanwhile
        .until(condition);
  }

  /** Waits until the map has drawn all it has. */
  void awaitMap() {
    await(d -> element("body[data-ready]"));
  }

  /** Waits until nothing is asked any more, and all that was answered is drawn. */
  void awaitQuiet() {
    await(d -> element("body[data-ready] #busy[hidden]"));
  }

  /** The first element, as soon as it is there. */
  WebElement find(String css) {
    return await(d -> element(css));
  }

  private WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** The text of an element, as soon as it has any. */
  String text(String css) {
    return await(
        d -> {
          String text = element(css).getText();
          return text.isBlank() ? null : text;
        });
  }

  /** Waits until an element shows exactly this text. */
  void awaitText(String css, String text) {
    await(d -> element(css).getText().equals(text));
  }

  void click(String css) {
    await(
        d -> {
          element(css).click();
          return true;
        });
  }

  /** Clicks a point of the page. */
  void clickAt(int x, int y) {
    new Actions(driver).moveToLocation(x, y).click().perform();
  }

  /** Moves the mouse to a point of the page. */
  void pointAt(int x, int y) {
    new Actions(driver).moveToLocation(x, y).perform();
  }

  /** Presses the mouse at one point, moves it in steps to another, and lets go. */
  void drag(int fromX, int fromY, int toX, int toY, int steps) {
    Actions hand = new Actions(driver).moveToLocation(fromX, fromY).clickAndHold();
    for (int i = 1; i <= steps; i++) {
      hand.moveToLocation(fromX + (toX - fromX) * i / steps, fromY + (toY - fromY) * i / steps);
    }
    hand.release().perform();
  }

  /** Chooses what a list offers under this value. */
  void choose(String css, String value) {
    click(css + " option[value='" + value + "']");
  }

  /** Writes over what stands in a field, once nothing is about to draw it anew. */
  void write(String css, String text) {
    awaitQuiet();
    await(
        d -> {
          WebElement field = element(css);
          field.clear();
          field.sendKeys(text);
          return text.equals(field.getDomProperty("value"));
        });
  }

  /** Presses keys in a field. */
  void press(String css, CharSequence... keys) {
    await(
        d -> {
          element(css).sendKeys(keys);
          return true;
        });
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  /** The colour of a point of the page, as {@code #rrggbb}. */
  String colourAt(int x, int y) {
    try {
      int rgb = ImageIO.read(new ByteArrayInputStream(picture())).getRGB(x, y);
      return "#%06x".formatted(rgb & 0xffffff);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The driver allows a picture ten seconds; a busy machine without a graphics card may need more.
   */
  private byte[] picture() {
    return await(
        d -> {
          try {
            return driver.getScreenshotAs(OutputType.BYTES);
          } catch (TimeoutException e) {
            return null;
          }
        });
  }

  /** Keeps a picture of the page, for people to look at. */
  void keepPicture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, picture());
  }

  /** What the console complains of since it was last asked, network refusals included. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  /** Ends the browser, by force if need be: nothing of it outlives the tests. */
  @Override
  public void close() {
    List<ProcessHandle> started = ProcessHandle.current().descendants().toList();
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // it hangs, and is ended below
    } finally {
      started.stream().filter(Browser::isOurs).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static boolean isOurs(ProcessHandle process) {
    String command = process.info().command().orElse("").toLowerCase(Locale.ROOT);
    return command.contains("chrome") || command.contains("chromium");
  }
}
