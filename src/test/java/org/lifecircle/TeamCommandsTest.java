package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.store.DatabaseUrl;
import org.lifecircle.store.TeamServer;
import org.lifecircle.store.Workspace;

/** The program as a team runs it: its database named in the environment. */
class TeamCommandsTest {

  @TempDir Path folder;

  private record Said(int exitCode, String all, String commandLine) {}

  private Said run(String database, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djts.overlay=ng",
                "-Djava.awt.headless=true",
                "-Dlifecircle.home=" + System.getProperty("lifecircle.home", "."),
                "-DEPSG-HSQL.directory=" + System.getProperty("EPSG-HSQL.directory", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "org.lifecircle.App"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile()).environment().put("LIFECIRCLE_DB", database);
    Process program = builder.start();
    String line = program.info().commandLine().orElse("");
    String all = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(program.waitFor(), all, line);
  }

  private static String password(String url) {
    return url.replaceFirst(".*password=", "").replaceFirst("&.*", "");
  }

  @Test
  void an_area_is_imported_into_the_database_and_nothing_says_the_password() throws Exception {
    String url = TeamServer.newDatabase();
    Files.writeString(
        folder.resolve("buildings.csv"),
        "id,use,floors,residents,WKT\n"
            + "b1,residential,5,60,\"POLYGON ((112.43 34.67, 112.4301 34.67, 112.4301 34.6701,"
            + " 112.43 34.6701, 112.43 34.67))\"\n");
    Files.writeString(
        folder.resolve("facilities.csv"), "id,kind,lon,lat\nk1,kindergarten,112.4305,34.6705\n");

    Said imported = run(url, "import", "town", "buildings.csv", "facilities.csv");

    assertEquals(0, imported.exitCode(), imported.all());
    assertFalse(imported.all().contains(password(url)), imported.all());
    assertFalse(imported.commandLine().contains(password(url)), imported.commandLine());
    assertFalse(Files.exists(folder.resolve("workspace")), "nothing goes into a folder");
    try (Workspace team = Workspace.in(DatabaseUrl.of(url))) {
      var area = team.read(team.findCurrent("town").orElseThrow()).area();
      assertEquals(60.0, area.buildings().get(0).residents());
    }
  }

  @Test
  void a_database_that_does_not_answer_is_named_without_its_password() throws Exception {
    String nowhere = "jdbc:postgresql://127.0.0.1:1/lifecircle?user=me&password=s3cret";

    Said told = run(nowhere, "versions", "town");

    assertEquals(1, told.exitCode(), told.all());
    assertTrue(told.all().contains("127.0.0.1:1/lifecircle"), told.all());
    assertFalse(told.all().contains("s3cret"), told.all());
    assertEquals(2, run("s3cret", "versions", "town").exitCode());
  }
}
