package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of 280 awkward files of other projects: each is imported, with its issues, or
 * refused with a sentence in both languages. The table of outcomes is kept; {@code -Dbless} writes
 * it anew and fails. All of it in 192 MB.
 */
class MessyFilesTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "messy.txt");

  /** Only to end a test that hangs; it takes some ten seconds. */
  private static final int HANGS_MINUTES = 10;

  @TempDir Path folder;

  @Test
  void every_file_is_imported_or_refused_with_a_reason() throws Exception {
    List<String> outcomes = outcomes(Shared.folder("data").resolve("messy"), folder);

    if (System.getProperty("bless") != null) {
      Files.write(GOLDEN, outcomes);
      fail("the table of outcomes was written anew; look at it");
    }
    assertEquals(String.join("\n", Files.readAllLines(GOLDEN)), String.join("\n", outcomes));
  }

  /** What {@link MessyCorpus} says of a folder, in a process of its own with little memory. */
  static List<String> outcomes(Path corpus, Path work) throws IOException, InterruptedException {
    Path out = work.resolve("outcomes.txt");
    Path err = work.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-Djts.overlay=ng", "-Djava.awt.headless=true"));
    for (String property : List.of("lifecircle.home", "EPSG-HSQL.directory")) {
      command.add("-D" + property + "=" + System.getProperty(property));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MessyCorpus.class.getName(), corpus.toString(), out.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(err.toFile()).start();
    boolean ended = process.waitFor(HANGS_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(err);
    List<String> lines = Files.exists(out) ? Files.readAllLines(out) : List.of();
    String last = lines.isEmpty() ? "none" : lines.get(lines.size() - 1);
    assertTrue(ended, "it hangs behind: " + last);
    assertEquals(0, process.exitValue(), "it ended behind: " + last + "\n" + said);
    return lines;
  }
}
