package org.lifecircle;

import java.io.IOException;
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
    return Workspace.at(chosen);
  }

  /** The current version of an area; the demo is loaded if it is asked for and not there. */
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
