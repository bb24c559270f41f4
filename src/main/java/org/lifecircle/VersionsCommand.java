package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.VersionSummary;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset versions of an area. */
@Command(
    name = "versions",
    description = "数据版本。The dataset versions of an area, newest first.",
    mixinStandardHelpOptions = true)
final class VersionsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace kept = workspace.open(Home.find());
    List<DatasetVersion> versions = kept.versions(area);
    if (versions.isEmpty()) {
      throw new Complaints.UsageException(
          "工作区中没有研究范围 " + area, "there is no area " + area + " in the workspace");
    }
    for (DatasetVersion version : versions) {
      VersionSummary summary = kept.describe(version);
      out.println(
          version.number()
              + "  "
              + summary.imported().at()
              + "  "
              + String.join(", ", summary.imported().files()));
    }
    return Complaints.DONE;
  }
}
