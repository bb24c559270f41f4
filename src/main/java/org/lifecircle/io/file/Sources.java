package org.lifecircle.io.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;

/** The files to read: given ones, those in folders, those in archives, each Shapefile once. */
final class Sources implements AutoCloseable {

  private final Limits limits;
  private @Nullable Path unpacked;
  private int archives;

  Sources(Limits limits) {
    this.limits = limits;
  }

  /** All of them, in the order of their names; archives that cannot be opened are faults. */
  List<Source> of(List<Path> files, List<Fault> faults) throws IOException {
    List<Source> given = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        given.addAll(inside(file));
      } else {
        given.add(Source.of(file));
      }
    }
    List<Source> all = new ArrayList<>();
    for (Source source : given) {
      all.addAll(opened(source, faults));
    }
    return withoutSidecars(all).stream().sorted(Comparator.comparing(Source::shown)).toList();
  }

  private static List<Source> inside(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Files::isRegularFile)
          .map(Source::of)
          .filter(s -> FileFormat.isNamed(s.shown()))
          .sorted(Comparator.comparing(Source::shown))
          .toList();
    }
  }

  private List<Source> opened(Source source, List<Fault> faults) throws IOException {
    if (!Files.exists(source.path())
        || FileFormat.of(source.path(), source.shown()) != FileFormat.ZIP) {
      return List.of(source);
    }
    try {
      List<Source> all = new Unzipper(limits).unpack(source, nextFolder());
      Set<String> shapefiles = shapefiles(all);
      List<Source> named =
          all.stream()
              .filter(s -> FileFormat.isNamed(s.shown()) || s.ending().equals("dbf"))
              .filter(s -> !s.ending().equals("dbf") || !shapefiles.contains(key(s)))
              .toList();
      if (named.isEmpty()) {
        throw new BadValueException(
            "压缩包中没有可读的文件", "there is no file in the ZIP that could be read");
      }
      return named;
    } catch (BadValueException e) {
      faults.add(new Fault(source.shown(), null, null, "", e.reason()));
      return List.of();
    }
  }

  private Path nextFolder() throws IOException {
    if (unpacked == null) {
      unpacked = Files.createTempDirectory("lifecircle-unpacked").toRealPath();
    }
    return Files.createDirectory(unpacked.resolve(String.valueOf(++archives)));
  }

  /** Without the files that are read along with a Shapefile of theirs. */
  private static List<Source> withoutSidecars(List<Source> all) {
    Set<String> shapefiles = shapefiles(all);
    return all.stream()
        .filter(
            s ->
                s.ending().equals("shp")
                    || FileFormat.isNamed(s.shown())
                    || !shapefiles.contains(key(s)))
        .toList();
  }

  private static Set<String> shapefiles(List<Source> all) {
    Set<String> stems = new HashSet<>();
    all.stream().filter(s -> s.ending().equals("shp")).forEach(s -> stems.add(key(s)));
    return stems;
  }

  private static String key(Source source) {
    return source.path().resolveSibling(source.stem()).toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    if (unpacked == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(unpacked)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
