package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

/**
 * A folder of study areas, each with its dataset versions.
 *
 * <p>Several programs may use one folder at once: a version appears by one rename and never changes
 * again, and numbers are given out under a lock. What is not a whole version is not seen.
 */
public final class Workspace {

  private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,8})\\.gpkg");

  /** File locks are for other programs; within one they would throw instead of waiting. */
  private static final ReentrantLock ONE_WRITER = new ReentrantLock();

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

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
    return new Workspace(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Ids of the areas that have a version, sorted. */
  public List<String> areas() {
    return list(folder.resolve("areas")).stream()
        .map(path -> path.getFileName().toString())
        .filter(area -> findCurrent(area).isPresent())
        .sorted()
        .toList();
  }

  /** The complete versions of an area, newest first; none if there is no such area. */
  public List<DatasetVersion> versions(String area) {
    if (!AreaProfile.isId(area)) {
      return List.of(); // and no path out of the folder
    }
    return list(versionsFolder(area)).stream()
        .flatMap(file -> version(area, file).stream())
        .sorted(Comparator.comparingInt(DatasetVersion::number).reversed())
        .toList();
  }

  /** The newest version of an area, if there is such an area. */
  public Optional<DatasetVersion> findCurrent(String area) {
    return versions(area).stream().findFirst();
  }

  /**
   * Keeps a study area as the next version of its id. When this returns it is on disk.
   *
   * @throws UncheckedIOException if the disk refuses; then nothing has changed
   */
  public DatasetVersion add(StudyArea area, Crs crs, Imported imported) {
    return add(null, area, crs, imported);
  }

  /**
   * The same, for what was made of the newest version and would undo a newer one.
   *
   * @throws ConflictException if there is a newer one than this; then nothing has changed
   * @throws UncheckedIOException as for {@link #add}
   */
  public DatasetVersion addAfter(
      DatasetVersion before, StudyArea area, Crs crs, Imported imported) {
    return add(before, area, crs, imported);
  }

  private DatasetVersion add(
      @Nullable DatasetVersion before, StudyArea area, Crs crs, Imported imported) {
    String id = area.profile().id();
    if (!crs.code().equals(area.profile().crs())) {
      throw new IllegalArgumentException("the area is in " + area.profile().crs());
    }
    ONE_WRITER.lock();
    try {
      Path versions = Files.createDirectories(versionsFolder(id));
      Path lock = versions.resolveSibling(".lock");
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock(); // until the channel is closed
        int newest = findCurrent(id).map(DatasetVersion::number).orElse(0);
        if (before != null && before.number() != newest) {
          throw new ConflictException(newest);
        }
        int number = newest + 1;
        Path file = versions.resolve(number + ".gpkg");
        GeoPackageFile.write(file, crs, AreaTables.of(area, imported), imported.at());
        // QGIS opens a file it may write to as a database and leaves its journals beside it.
        file.toFile().setReadOnly();
        return new DatasetVersion(id, number, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ONE_WRITER.unlock();
    }
  }

  /**
   * The area as it was when this version was kept.
   *
   * @throws BadInputException if somebody has damaged or replaced the file
   */
  public StoredArea read(DatasetVersion version) {
    try (var connection = Sqlite.openImmutable(version.file())) {
      GeoPackageReader reader = new GeoPackageReader(connection);
      var tables = reader.tables();
      return new StoredArea(
          version, AreaTables.area(tables), reader.crs(), AreaTables.imported(tables));
    } catch (SQLException | IllegalArgumentException e) {
      throw damaged(version, e);
    }
  }

  /**
   * What this version is, in a few milliseconds.
   *
   * @throws BadInputException if somebody has damaged or replaced the file
   */
  public VersionSummary describe(DatasetVersion version) {
    try (var connection = Sqlite.openImmutable(version.file())) {
      GeoPackageReader reader = new GeoPackageReader(connection);
      var boundary = reader.table(AreaTables.BOUNDARY);
      Map<String, Integer> counts = reader.counts();
      counts.remove(AreaTables.BOUNDARY);
      return new VersionSummary(
          version, AreaTables.profile(boundary), AreaTables.imported(boundary), counts);
    } catch (SQLException | IllegalArgumentException e) {
      throw damaged(version, e);
    }
  }

  private static BadInputException damaged(DatasetVersion version, Exception cause) {
    String name = version.area() + "/versions/" + version.file().getFileName();
    Text reason =
        new Text(
            "版本文件已损坏或被改动（" + cause.getMessage() + "）。移走它即回到上一版本，或重新导入",
            "this version is damaged or was changed ("
                + cause.getMessage()
                + "); move it away to go back to the version before, or import again");
    BadInputException complaint =
        new BadInputException(List.of(new Fault(name, null, null, "", reason)));
    complaint.initCause(cause);
    return complaint;
  }

  private Path versionsFolder(String area) {
    return folder.resolve("areas").resolve(area).resolve("versions");
  }

  private static Optional<DatasetVersion> version(String area, Path file) {
    Matcher matcher = VERSION.matcher(file.getFileName().toString());
    return matcher.matches()
        ? Optional.of(new DatasetVersion(area, Integer.parseInt(matcher.group(1)), file))
        : Optional.empty();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
