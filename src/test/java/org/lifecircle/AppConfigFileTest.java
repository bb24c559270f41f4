package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.api.MapSettings;
import org.lifecircle.io.Limits;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;

/** The shipped configuration is careful, and a wrong one does not start. */
class AppConfigFileTest {

  private static final Path SHIPPED =
      Path.of(System.getProperty("lifecircle.home", "."), "config", "app.yaml");

  @TempDir private Path folder = Path.of("set by JUnit");

  @Test
  void out_of_the_box_only_this_machine_is_served_with_the_usual_limits() throws IOException {
    AppConfig config = AppConfigFile.read(SHIPPED);

    assertEquals("127.0.0.1", config.host());
    assertEquals(7070, config.port());
    assertEquals(List.of("zh", "en"), config.languages());
    assertEquals(Limits.USUAL, config.files());
    assertTrue(config.requests().heavyAtOnce().isEmpty());
  }

  @Test
  void a_map_shows_the_number_it_was_approved_under_once_there_is_one() throws IOException {
    String text = Files.readString(SHIPPED);
    Path file =
        Files.writeString(
            folder.resolve("app.yaml"), text.replace("# map_approval:", "map_approval:"));

    assertEquals("", AppConfigFile.read(SHIPPED).map().approval());
    assertEquals("GS(2026)0000号", AppConfigFile.read(file).map().approval());
  }

  @Test
  void a_map_beneath_ours_is_asked_for_only_where_it_is_named() throws IOException {
    String named =
        Files.readString(SHIPPED)
            .replace("# basemap:", "basemap:")
            .replace("#   tiles:", "  tiles:")
            .replace("#   attribution:", "  attribution:")
            .replace("#   max_zoom:", "  max_zoom:");
    Path file = Files.writeString(folder.resolve("app.yaml"), named);

    assertNull(AppConfigFile.read(SHIPPED).map().basemap());
    assertEquals(
        new MapSettings.Basemap(
            List.of("https://tiles.example.org/{z}/{x}/{y}.png?key=YOURS"), "© Example", 18),
        AppConfigFile.read(file).map().basemap());

    for (String wrong :
        List.of("ftp://a.example/{z}/{x}/{y}", "https://a.example/{z}/{x}", "{z}{x}{y}")) {
      Files.writeString(
          file, named.replace("https://tiles.example.org/{z}/{x}/{y}.png?key=YOURS", wrong));
      BadInputException refused =
          assertThrows(BadInputException.class, () -> AppConfigFile.read(file));
      String reason = refused.faults().get(0).reason().en();
      assertTrue(reason.contains("{z}, {x} and {y}"), reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: 7070       | port: 70700        | /server/port          | not within 0 to 65535",
        "host: 127        | hots: 127          | /server/host          | is missing",
        "[zh, en]         | [zh, fr]           | /languages            | zh, en or both",
        "page_items: 20 | page_items: 20000 | /requests/page_items  | larger than",
        "file_mb: 512     | file_mb: 0         | /files/file_mb        | not within 1",
        "workspace: work  | workspaces: work   | /workspace            | is missing"
      })
  void a_wrong_setting_is_refused_with_its_place(
      String right, String wrong, String pointer, String complaint) throws IOException {
    String text = Files.readString(SHIPPED);
    assertTrue(text.contains(right), right);
    Path file = Files.writeString(folder.resolve("app.yaml"), text.replace(right, wrong));

    List<Fault> faults =
        assertThrows(BadInputException.class, () -> AppConfigFile.read(file)).faults();

    assertEquals(pointer, faults.get(0).pointer(), faults.toString());
    assertTrue(faults.get(0).reason().en().contains(complaint), faults.toString());
  }
}
