package org.lifecircle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Policy;
import org.lifecircle.api.RecordFiles;
import org.lifecircle.model.BadValueException;
import org.lifecircle.store.DatabaseUrl;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Option;

/** Where study areas are kept. */
final class WorkspaceOption {

  private static final String DATABASE = "LIFECIRCLE_DB";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description =
          "工作区文件夹。Folder of the study areas; else LIFECIRCLE_DB, a database's JDBC URL; else as"
              + " config/app.yaml says.")
  private @Nullable Path folder;

  Workspace open(Home home) throws IOException {
    AppConfig app = home.app();
    Optional<DatabaseUrl> database = folder == null ? database(app) : Optional.empty();
    if (database.isPresent()) {
      return Workspace.in(database.get());
    }
    Path chosen = folder == null ? Path.of(app.workspace()) : folder;
    try {
      return Workspace.at(chosen);
    } catch (UncheckedIOException e) {
      throw unusable(chosen.toAbsolutePath().toString());
    }
  }

  /** What the environment says wins over the file: there a password is out of other's sight. */
  private static Optional<DatabaseUrl> database(AppConfig app) {
    String said = System.getenv(DATABASE);
    if (said == null || said.isBlank()) {
      return app.database();
    }
    try {
      return Optional.of(DatabaseUrl.of(said));
    } catch (BadValueException e) {
      throw new Complaints.UsageException(
          DATABASE + "：" + e.reason().zh(), DATABASE + ": " + e.reason().en());
    }
  }

  /** The same, when something is to be kept in it. */
  Workspace openToWrite(Home home) throws IOException {
    Workspace opened = open(home);
    if (!opened.isWritable()) {
      throw unusable(opened.place());
    }
    return opened;
  }

  private static Complaints.UsageException unusable(String place) {
    return new Complaints.UsageException(
        "工作区 " + place + " 不可写（不是文件夹，或没有权限）；请用 --workspace 换一个",
        "the workspace "
            + place
            + " cannot be written to (no folder, or no permission); choose another with"
            + " --workspace");
  }

  /** Keeps the records that lie beside an area's layers, if nobody has kept any yet. */
  static void keepRecords(Workspace workspace, String area, Policy policy, Path folder)
      throws IOException {
    List<Path> files = RecordFiles.beside(folder);
    if (!files.isEmpty()) {
      try (RecordStore store = RecordStore.of(workspace)) {
        if (store.list(area).isEmpty()) {
          RecordFiles.keep(store, read(workspace, area), policy, files, "import");
        }
      }
    }
  }

  /** The current version of an area. */
  static StoredArea read(Workspace workspace, String area) {
    DatasetVersion version =
        workspace
            .findCurrent(area)
            .orElseThrow(
                () -> {
                  String known = String.join(", ", workspace.areas());
                  return new Complaints.UsageException(
                      "工作区中没有研究范围 " + area + "，现有：" + known,
                      "there is no area " + area + " in the workspace, only: " + known);
                });
    return workspace.read(version);
  }
}
