package org.lifecircle.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Files written for a test, and what is read of them with the product's own names. */
final class Given {

  private static final Path HOME = Path.of(System.getProperty("lifecircle.home", "."));

  private final Path folder;

  Given(Path folder) {
    this.folder = folder;
  }

  Path text(String name, String text) {
    return text(name, text, StandardCharsets.UTF_8);
  }

  Path text(String name, String text, Charset charset) {
    return bytes(name, text.getBytes(charset));
  }

  Path bytes(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path zip(String name, Map<String, byte[]> entries) {
    return bytes(name, zipped(entries));
  }

  static byte[] zipped(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Naming names() throws IOException {
    return Naming.ofContract().with(HOME.resolve("config").resolve("names.yaml"));
  }

  static RawArea read(List<Path> files, ReadOptions options, Naming naming) throws IOException {
    RawProfile profile = new RawProfile("town", new Text("", ""), null, Evidence.SURVEY, "any");
    return new LayerFiles(Limits.USUAL, naming, null).read(profile, files, options);
  }

  static RawArea read(Path file, ReadOptions options) throws IOException {
    return read(List.of(file), options, names());
  }

  /** The only layer of a file that has no faults. */
  static RawLayer layer(Path file, ReadOptions options) throws IOException {
    RawArea read = read(file, options);
    assertEquals(List.of(), read.faults());
    assertEquals(1, read.layers().size());
    return read.layers().get(0);
  }

  static RawLayer layer(Path file) throws IOException {
    return layer(file, ReadOptions.NONE);
  }

  /** The reason why a file is refused. */
  static String refusal(Path file, ReadOptions options) throws IOException {
    List<Fault> faults = read(file, options).faults();
    assertEquals(1, faults.size(), String.valueOf(faults));
    return faults.get(0).reason().en();
  }

  static List<String> codes(RawArea area) {
    return area.issues().stream().map(RawIssue::code).sorted().toList();
  }

  static Geometry place(RawFeature feature) {
    return Objects.requireNonNull(feature.geometry());
  }

  static String told(RawFeature feature) {
    return feature.id() + " " + feature.geometry() + " " + feature.properties();
  }
}
