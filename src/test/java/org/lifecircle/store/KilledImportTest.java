package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.StudyArea;

/**
 * A program that imports one version after the other and edits a scenario meanwhile is killed, with
 * kill -9, at one moment after another of an import. What it was promised is there; of the version
 * it was at there is all or nothing.
 */
@ParameterizedClass
@EnumSource(Kept.class)
class KilledImportTest {

  private static final String AREA = "xigong";
  private static final int BUILDINGS = 2_000;

  private final Kept kept;
  @TempDir Path folder;

  KilledImportTest(Kept kept) {
    this.kept = kept;
  }

  @ParameterizedTest
  @ValueSource(longs = 20261126)
  void kill_9_leaves_the_old_version_or_the_new_one_and_no_edit_is_lost(long seed)
      throws Exception {
    int rounds = Boolean.getBoolean("lifecircle.long") ? 50 : 5;
    Random random = new Random(seed);
    String place = kept.newPlace(folder);
    for (int round = 0; round < rounds; round++) {
      Promised promised = importUntilKilled(place, (round + random.nextDouble()) / rounds);
      try (Workspace workspace = Kept.open(place);
          ScenarioStore scenarios = ScenarioStore.of(workspace)) {
        int newest = workspace.findCurrent(AREA).orElseThrow().number();
        assertTrue(newest >= promised.kept(), newest + " < " + promised);
        assertTrue(newest <= promised.begun(), newest + " > " + promised);
        for (DatasetVersion version : workspace.versions(AREA).subList(0, 2)) {
          assertEquals(Program.state(version.number()), workspace.read(version).area());
        }
        KeptScenario scenario = scenarios.find(AREA, "east").orElseThrow();
        assertTrue(scenario.revision() >= promised.edited(), scenario + " < " + promised);
        assertEquals("edit " + scenario.revision(), scenario.body());
        int next = Program.keep(workspace, newest + 1);
        assertEquals(newest + 1, next, "nothing is in the way of the next one");
      }
    }
  }

  /**
   * What the program said before it was killed.
   *
   * @param begun the last version it began to keep
   * @param kept the last it was told is kept
   * @param edited the last revision it was told is kept
   */
  private record Promised(int begun, int kept, int edited) {}

  /** Has it keep two versions, and kills it when a share of the time of one has passed since. */
  private static Promised importUntilKilled(String place, double share) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    builder.environment().put("PLACE", place); // what is said on the command line, all can read
    Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Integer> said = new HashMap<>();
    try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
      read(lines, said, "kept");
      read(lines, said, "begun");
      long began = System.nanoTime();
      read(lines, said, "kept");
      long nanos = System.nanoTime() - began;
      read(lines, said, "begun");
      TimeUnit.NANOSECONDS.sleep((long) (share * nanos));
      program.toHandle().destroyForcibly(); // the process's own method would close what it said
      while (read(lines, said, "")) {
        assert said.containsKey("kept");
      }
    }
    program.waitFor();
    return new Promised(
        said.getOrDefault("begun", 0),
        said.getOrDefault("kept", 0),
        said.getOrDefault("edited", 0));
  }

  /** Reads on until it has said this; false if it says nothing more. */
  private static boolean read(BufferedReader lines, Map<String, Integer> said, String word)
      throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      if (words.length == 2 && words[1].endsWith(".")) { // else it was killed over the line
        said.put(words[0], Integer.parseInt(words[1].substring(0, words[1].length() - 1)));
      }
      if (words[0].equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Imports for ever, edits a scenario for ever, and says what it has been promised. */
  static final class Program {

    private static final Imported BY_HAND =
        new Imported(Instant.parse("2026-11-26T08:00:00Z"), List.of("walls.geojson"));

    private Program() {}

    /** What version of this number says: each something else. */
    static StudyArea state(int number) {
      return SampleArea.withBuildings(SampleArea.of(AREA), BUILDINGS, new Random(number));
    }

    static int keep(Workspace workspace, int number) {
      return workspace.add(state(number), SampleArea.CRS, BY_HAND).number();
    }

    public static void main(String[] arguments) {
      Workspace workspace = Kept.open(System.getenv("PLACE"));
      Thread editor = new Thread(() -> edit(ScenarioStore.of(workspace)));
      editor.setDaemon(true);
      editor.start();
      int number = workspace.findCurrent(AREA).map(DatasetVersion::number).orElse(0);
      while (true) {
        number++;
        say("begun", number);
        keep(workspace, number);
        say("kept", number);
      }
    }

    private static void edit(ScenarioStore store) {
      int revision =
          store
              .find(AREA, "east")
              .orElseGet(() -> store.create(AREA, "east", 1, "edit 1", "editor"))
              .revision();
      while (true) {
        String body = "edit " + (revision + 1);
        revision = store.replace(AREA, "east", revision, 1, body, "editor").revision();
        say("edited", revision);
      }
    }

    private static void say(String word, int number) {
      PrintStream out = System.out;
      synchronized (out) {
        out.println(word + " " + number + ".");
        out.flush();
      }
    }
  }
}
