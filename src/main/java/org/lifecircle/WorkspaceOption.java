package org.lifecircle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Option;

/** Where study areas are kept. */
final class WorkspaceOption {

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "工作区文件夹。Folder of the study areas; else as config/app.yaml says.")
  private @Nullable Path folder;

  Workspace open(Home home) throws IOException {
    Path chosen = folder == null ? Path.of(home.app().workspace()) : folder;
    try {
      return Workspace.at(chosen);
    } catch (UncheckedIOException e) {
      throw unusable(chosen);
    }
  }

  /** The same, when something is to be kept in it. */
  Workspace openToWrite(Home home) throws IOException {
    Workspace opened = open(home);
    if (!Files.isWritable(opened.folder().resolve("areas"))) {
      throw unusable(opened.folder());
    }
    return opened;
  }

  private static Complaints.UsageException unusable(Path folder) {
    Path place = folder.toAbsolutePath();
    return new Complaints.UsageException(
        "工作区 " + place + " 不可写（不是文件夹，或没有权限）；请用 --workspace 换一个",
        "the workspace "
            + place
            + " cannot be written to (no folder, or no permission); choose another with"
            + " --workspace");
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
