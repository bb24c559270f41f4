package org.lifecircle;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.Demo.Said;

/** README says what is true: its requests, its commands and its figures. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern CURL = Pattern.compile("curl 'http://127\\.0\\.0\\.1:7070(/[^']*)'");
  private static final Pattern PLAN =
      Pattern.compile("curl -d '([^']*)' 'http://127\\.0\\.0\\.1:7070(/areas/xigong)/plans'");
  private static final Pattern FIGURES =
      Pattern.compile("\\| ([A-Z][\\w -]+) [^|]*\\| (\\d+) m \\| ([\\d.]+) % \\| ([\\d.]+) % \\|");
  private static final Pattern NAMED_WORK = Pattern.compile("(walls|gates|illegal_structures):\\S");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Demo demo;

  @BeforeAll
  static void serveTheDemo() throws IOException {
    Demo.load(folder);
    demo = Demo.serve(folder);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void its_requests_are_answered_as_printed() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (String line : linesStarting("curl '")) {
      Matcher curl = CURL.matcher(line);
      assertTrue(curl.matches(), line);
      addresses.add(curl.group(1));
    }

    assertTrue(addresses.size() >= 5);
    for (String address : addresses) {
      String answer = demo.get(address);
      if (address.contains("f=csv")) {
        assertTrue(answer.startsWith("\ufeff") && answer.lines().count() > 500, address);
      } else {
        JsonNode json = JSON.readTree(answer);
        JsonNode rows = json.has("features") ? json.get("features") : json.get("rows");
        assertTrue(rows.size() > 0, address);
        assertTrue(json.has("dataset_version"), address);
      }
    }
  }

  @Test
  void its_plan_keeps_what_it_promises() throws Exception {
    String line = linesStarting("curl -d").get(0);
    Matcher curl = PLAN.matcher(line);
    assertTrue(curl.matches(), line);
    JsonNode request = JSON.readTree(curl.group(1));
    String area = curl.group(2);

    JsonNode plan = JSON.readTree(demo.getJob(area + "/plans", curl.group(1)));

    assertTrue(plan.get("cost_yuan").asDouble() <= request.get("budget_yuan").asDouble());
    assertTrue(plan.get("residents_gained").asDouble() > 1000, plan.toString());
    double ofPhases = 0;
    for (JsonNode phase : plan.get("phases")) {
      ofPhases += phase.get("residents_gained").asDouble();
    }
    assertEquals(plan.get("residents_gained").asDouble(), ofPhases, 1e-2);
    String scenario = area + "/scenarios/" + plan.get("scenario").asText();
    JsonNode rows = JSON.readTree(demo.get(scenario + "/comparison?by=requirement")).get("rows");
    for (JsonNode row : rows) {
      if (row.get("requirement").asText().equals(request.get("requirements").get(0).asText())) {
        assertEquals(
            plan.get("residents_gained").asDouble(), row.get("residents_gained").asDouble(), 1e-3);
      }
      assertEquals(0, row.get("residents_lost").asDouble());
    }
  }

  @Test
  void its_commands_do_what_they_say(@TempDir Path out) throws IOException {
    List<String> lines = linesStarting("./lifecircle ");
    lines.removeIf(line -> line.matches("\\./lifecircle (serve|test|bench) .*"));

    assertTrue(lines.size() >= 3);
    for (String line : lines) {
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      words.remove(0);
      int file = words.indexOf("--out") + 1;
      if (file > 0) {
        words.set(file, out.resolve(words.get(file)).toString());
      }
      words.addAll(List.of("--workspace", folder.toString()));
      Said said = Demo.run(words.toArray(String[]::new));

      assertEquals(0, said.exitCode(), line + "\n" + said.err());
      assertTrue(said.out().length() > 10, line);
      assertTrue(file == 0 || Files.size(Path.of(words.get(file))) > 1000, line);
      assertTrue(!words.contains("plan") || NAMED_WORK.matcher(said.out()).find(), said.out());
    }
  }

  @Test
  void its_figures_are_those_of_the_demo() throws Exception {
    String text = Files.readString(README);
    JsonNode rows = JSON.readTree(demo.get("/areas/xigong/coverage?by=requirement")).get("rows");
    String residents = String.format(Locale.ROOT, "%,d", rows.get(0).get("residents").asLong());

    assertTrue(text.contains(residents.replace(',', ' ') + " residents"), residents);
    int checked = 0;
    for (String line : text.lines().toList()) {
      Matcher figures = FIGURES.matcher(line);
      if (figures.matches()) {
        JsonNode row = row(rows, figures.group(1).strip(), Integer.parseInt(figures.group(2)));
        assertEquals(figures.group(3), percent(row.get("share")), line);
        assertEquals(figures.group(4), percent(row.get("share_straight")), line);
        checked++;
      }
    }
    assertTrue(checked >= 4, checked + " figures");
  }

  private static JsonNode row(JsonNode rows, String name, int metres) throws IOException {
    Home home = new Home(Path.of("").toAbsolutePath());
    String id =
        requireNonNull(home.policy().standards().get("gb50180-2018")).requirements().stream()
            .filter(r -> r.name().en().equals(name))
            .filter(r -> Integer.valueOf(metres).equals(r.limit().metres()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no requirement is called " + name))
            .id();
    for (JsonNode row : rows) {
      if (row.get("requirement").asText().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("no row for " + id);
  }

  private static String percent(JsonNode share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share.asDouble());
  }

  private static List<String> linesStarting(String beginning) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(README)) {
      code ^= line.startsWith("```");
      if (code && line.startsWith(beginning)) {
        lines.add(line.strip());
      }
    }
    return lines;
  }
}
