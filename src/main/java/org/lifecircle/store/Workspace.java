package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

/**
 * Where study areas are kept, each with its dataset versions, and the scenarios and jobs beside
 * them: a folder on the user's disk, or the database of a team.
 *
 * <p>Several programs may use one workspace at once. What is not a whole version is not seen, and a
 * version that is seen never changes again.
 */
public abstract sealed class Workspace implements AutoCloseable
    permits FolderWorkspace, TeamWorkspace {

  /**
   * The workspace in this folder, which is made if it is not there.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public static Workspace at(Path folder) {
    try {
      Files.createDirectories(folder.resolve("areas"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FolderWorkspace(folder);
  }

  /**
   * The workspace in this database, whose tables are made or brought up to date.
   *
   * @throws UnreachableException if the database cannot be reached, or is not one for us
   */
  public static Workspace in(DatabaseUrl database) {
    return TeamWorkspace.open(database);
  }

  /** Where it is, for people; never with a password. */
  public abstract String place();

  /** Whether something can be kept in it. */
  public abstract boolean isWritable();

  /** Ids of the areas that have a version, sorted. */
  public abstract List<String> areas();

  /** The complete versions of an area, newest first; none if there is no such area. */
  public abstract List<DatasetVersion> versions(String area);

  /** The newest version of an area, if there is such an area. */
  public abstract Optional<DatasetVersion> findCurrent(String area);

  /**
   * Keeps a study area as the next version of its id. When this returns it is on disk.
   *
   * @throws UncheckedIOException if the disk or the database refuses; then nothing has changed
   */
  public DatasetVersion add(StudyArea area, Crs crs, Imported imported) {
    return add(null, require(area, crs), crs, imported);
  }

  /**
   * The same, for what was made of the newest version and would undo a newer one.
   *
   * @throws ConflictException if there is a newer one than this; then nothing has changed
   * @throws UncheckedIOException as for {@link #add}
   */
  public DatasetVersion addAfter(
      DatasetVersion before, StudyArea area, Crs crs, Imported imported) {
    return add(before, require(area, crs), crs, imported);
  }

  abstract DatasetVersion add(
      @Nullable DatasetVersion before, StudyArea area, Crs crs, Imported imported);

  /**
   * The area as it was when this version was kept.
   *
   * @throws BadInputException if somebody has damaged or replaced it
   */
  public abstract StoredArea read(DatasetVersion version);

  /**
   * What this version is, in a few milliseconds.
   *
   * @throws BadInputException if somebody has damaged or replaced it
   */
  public abstract VersionSummary describe(DatasetVersion version);

  /** What changes from day to day. Whoever opens it closes it. */
  abstract Records openRecords();

  @Override
  public abstract void close();

  private static StudyArea require(StudyArea area, Crs crs) {
    if (!crs.code().equals(area.profile().crs())) {
      throw new IllegalArgumentException("the area is in " + area.profile().crs());
    }
    return area;
  }

  /**
   * The complaint about a version that is not what was written.
   *
   * @param insteadZh what to do to go back to the version before
   */
  static BadInputException damaged(
      String name, Exception cause, String insteadZh, String insteadEn) {
    Text reason =
        new Text(
            "版本已损坏或被改动（" + cause.getMessage() + "）。" + insteadZh + "，或重新导入",
            "this version is damaged or was changed ("
                + cause.getMessage()
                + "); "
                + insteadEn
                + ", or import again");
    BadInputException complaint =
        new BadInputException(List.of(new Fault(name, null, null, "", reason)));
    complaint.initCause(cause);
    return complaint;
  }
}
