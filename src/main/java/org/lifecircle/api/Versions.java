package org.lifecircle.api;

import java.util.List;
import java.util.Optional;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;

/** The dataset versions of an area, as people name them. */
final class Versions {

  private final Workspace workspace;

  Versions(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * All of an area, newest first.
   *
   * @throws ProblemException if there is no such area
   */
  List<DatasetVersion> all(String area) {
    List<DatasetVersion> all = workspace.versions(area);
    if (all.isEmpty()) {
      throw unknownArea(workspace, area);
    }
    return all;
  }

  /**
   * One of them.
   *
   * @throws ProblemException if there is no such area or version
   */
  DatasetVersion require(String area, String number) {
    List<DatasetVersion> all = all(area);
    Optional<DatasetVersion> found =
        all.stream().filter(v -> String.valueOf(v.number()).equals(number)).findFirst();
    return found.orElseThrow(
        () -> {
          String numbers =
              String.join(", ", all.stream().map(v -> String.valueOf(v.number())).toList());
          return Problem.of(
                  ProblemKind.UNKNOWN_VERSION,
                  "没有版本“" + Parameters.shown(number) + "”，现有：" + numbers,
                  "there is no version '" + Parameters.shown(number) + "', only: " + numbers)
              .asException();
        });
  }

  /**
   * What a version holds.
   *
   * @throws ProblemException if its file was damaged
   */
  StoredArea read(DatasetVersion version) {
    try {
      return workspace.read(version);
    } catch (BadInputException e) {
      throw damaged(e);
    }
  }

  static ProblemException unknownArea(Workspace workspace, String id) {
    String ids = String.join(", ", workspace.areas());
    return Problem.of(
            ProblemKind.UNKNOWN_AREA,
            "没有研究范围“" + Parameters.shown(id) + "”，现有：" + ids,
            "there is no area '" + Parameters.shown(id) + "', only: " + ids)
        .asException();
  }

  static ProblemException damaged(BadInputException e) {
    Fault fault = e.faults().get(0);
    return Problem.of(
            ProblemKind.DAMAGED_DATA,
            fault.file() + "：" + fault.reason().zh(),
            fault.file() + ": " + fault.reason().en())
        .asException();
  }
}
