package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.Demo.Said;

/** The demo district goes out whole as one file, comes in again, and is judged the same. */
class RoundTripTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"demo.zip, shp", "demo.gpkg,", "demo.zip, fgb"})
  void the_demo_comes_back_from_a_file(String name, @Nullable String files) throws Exception {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    Path file = folder.resolve(name);
    Demo.load(before);
    String[] words = {
      "export", "xigong", "--out", file.toString(), "--workspace", before.toString()
    };
    Said exported = Demo.run(files == null ? words : with(words, "--files", files));
    assertEquals(0, exported.exitCode(), exported.err());

    Demo.load(after, "xigong", file);

    JsonNode was = coverage(before);
    JsonNode is = coverage(after);
    assertTrue(was.get("rows").size() > 40);
    assertEquals(was.get("rows").size(), is.get("rows").size());
    for (int i = 0; i < was.get("rows").size(); i++) {
      JsonNode row = was.get("rows").get(i);
      JsonNode again = is.get("rows").get(i);
      assertEquals(row.get("requirement"), again.get("requirement"));
      for (String figure : new String[] {"residents", "residents_covered", "share_straight"}) {
        double expected = row.get(figure).asDouble();
        assertEquals(expected, again.get(figure).asDouble(), 1e-6, row.get("requirement") + figure);
      }
    }
  }

  private static JsonNode coverage(Path workspace) throws Exception {
    Said said = Demo.run("coverage", "xigong", "--json", "--workspace", workspace.toString());
    assertEquals(0, said.exitCode(), said.err());
    return JSON.readTree(said.out());
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
