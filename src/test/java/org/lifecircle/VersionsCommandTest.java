package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Workspace;

/** Versions on the command line, in the words of the API. */
class VersionsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** Version 1 is the demo; version 2 has no illegal structures. */
  @BeforeEach
  void import_twice() throws Exception {
    Demo.load(folder);
    Workspace workspace = Workspace.at(folder);
    DatasetVersion first = workspace.findCurrent("xigong").orElseThrow();
    var stored = workspace.read(first);
    StudyArea fewer = stored.area().with(Layer.ILLEGAL_STRUCTURES, java.util.List.of());
    workspace.addAfter(first, fewer, stored.crs(), stored.imported());
  }

  private Demo.Said run(String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "versions";
    all[1] = "--workspace";
    all[2] = folder.toString();
    all[3] = "xigong";
    System.arraycopy(words, 0, all, 4, words.length);
    return Demo.run(all);
  }

  @Test
  void versions_are_listed_compared_and_brought_back() throws Exception {
    assertEquals(2, JSON.readTree(run("--json").out()).size());

    JsonNode diff = JSON.readTree(run("diff", "2", "--json").out());
    assertEquals("1", diff.get("since").asText());
    int removed = diff.at("/layers/illegal_structures/removed").asInt();
    assertTrue(removed > 100, diff.toString());
    assertTrue(run("diff", "2").out().lines().anyMatch(l -> l.contains(removed + "")));

    Demo.Said back = run("restore", "1");
    assertEquals("Version 1 is back, as version 3\n", back.out(), back.err());
    JsonNode same = JSON.readTree(run("diff", "3", "--since", "1", "--json").out());
    same.get("layers").forEach(l -> assertEquals(0, l.get("removed").asInt()));
    assertEquals(3, run().out().lines().filter(l -> l.matches("\\s*[123]\\s.*")).count());
  }

  @Test
  void what_cannot_be_done_is_bad_usage_and_a_damaged_version_is_told() throws Exception {
    assertEquals(2, run("diff").exitCode());
    assertEquals(2, run("diff", "9").exitCode());
    assertEquals(2, run("erase", "1").exitCode());
    Path second = folder.resolve("areas/xigong/versions/2.gpkg");
    Files.delete(second);
    Files.writeString(second, "no database");

    Demo.Said told = run();

    assertEquals(0, told.exitCode());
    assertTrue(told.out().contains("damaged"), told.out());
    assertTrue(told.out().contains("1"), told.out());
  }
}
