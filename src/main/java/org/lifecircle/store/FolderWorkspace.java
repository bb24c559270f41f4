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
import org.lifecircle.model.StudyArea;

/**
 * A folder of study areas: each version is one GeoPackage that appears by one rename, and numbers
 * are given out under a lock.
 */
final class FolderWorkspace extends Workspace {

  private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,8})\\.gpkg");

  /** File locks are for other programs; within one they would throw instead of waiting. */
  private static final ReentrantLock ONE_WRITER = new ReentrantLock();

  private final Path folder;

  FolderWorkspace(Path folder) {
    this.folder = folder;
  }

  @Override
  public String place() {
    return folder.toAbsolutePath().toString();
  }

  @Override
  public boolean isWritable() {
    return Files.isWritable(folder.resolve("areas"));
  }

  @Override
  public List<String> areas() {
    return list(folder.resolve("areas")).stream()
        .map(path -> path.getFileName().toString())
        .filter(area -> findCurrent(area).isPresent())
        .sorted()
        .toList();
  }

  @Override
  public List<DatasetVersion> versions(String area) {
    if (!AreaProfile.isId(area)) {
      return List.of(); // and no path out of the folder
    }
    return list(versionsFolder(area)).stream()
        .flatMap(file -> version(area, file).stream())
        .sorted(Comparator.comparingInt(DatasetVersion::number).reversed())
        .toList();
  }

  @Override
  public Optional<DatasetVersion> findCurrent(String area) {
    return versions(area).stream().findFirst();
  }

  @Override
  DatasetVersion add(@Nullable DatasetVersion before, StudyArea area, Crs crs, Imported imported) {
    String id = area.profile().id();
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
        DatasetVersion version = new DatasetVersion(id, newest + 1);
        Path file = file(version);
        GeoPackageFile.write(file, crs, AreaTables.of(area, imported), imported.at());
        // QGIS opens a file it may write to as a database and leaves its journals beside it.
        file.toFile().setReadOnly();
        return version;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ONE_WRITER.unlock();
    }
  }

  @Override
  public StoredArea read(DatasetVersion version) {
    try (var connection = Sqlite.openImmutable(file(version))) {
      GeoPackageReader reader = new GeoPackageReader(connection);
      var tables = reader.tables();
      return new StoredArea(
          version, AreaTables.area(tables), reader.crs(), AreaTables.imported(tables));
    } catch (SQLException | IllegalArgumentException e) {
      throw damaged(version, e);
    }
  }

  @Override
  public VersionSummary describe(DatasetVersion version) {
    try (var connection = Sqlite.openImmutable(file(version))) {
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

  @Override
  Records openRecords() {
    return SqliteRecords.open(folder.resolve("records.sqlite"));
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  /** The GeoPackage a version is. */
  Path file(DatasetVersion version) {
    return versionsFolder(version.area()).resolve(version.number() + ".gpkg");
  }

  private static BadInputException damaged(DatasetVersion version, Exception cause) {
    return damaged(
        version.area() + "/versions/" + version.number() + ".gpkg",
        cause,
        "移走该文件即回到上一版本",
        "move it away to go back to the version before");
  }

  private Path versionsFolder(String area) {
    return folder.resolve("areas").resolve(area).resolve("versions");
  }

  private static Optional<DatasetVersion> version(String area, Path file) {
    Matcher matcher = VERSION.matcher(file.getFileName().toString());
    return matcher.matches()
        ? Optional.of(new DatasetVersion(area, Integer.parseInt(matcher.group(1))))
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
