package org.lifecircle.io.geojson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/**
 * Reads a study area that is a folder: {@code area.yaml} says what it is, and every {@code
 * <layer>.geojson} beside it is a layer. Other files are none of our business.
 */
public final class AreaFolder {

  /** The file that says what the area is. */
  public static final String AREA_FILE = "area.yaml";

  private final GeoJsonFiles files;

  public AreaFolder(Limits limits) {
    this.files = new GeoJsonFiles(limits);
  }

  /**
   * The folder's area, with the faults of its layers inside, for assembly to add to.
   *
   * @throws BadInputException if {@code area.yaml} is missing or wrong; the layers' faults come too
   * @throws IOException if the disk fails
   */
  public RawArea read(Path folder) throws IOException {
    List<Path> layers = layers(folder);
    try {
      return files.read(profile(folder.resolve(AREA_FILE)), layers);
    } catch (BadInputException e) {
      RawProfile nobody =
          new RawProfile("nobody", new Text("", ""), null, Evidence.SURVEY, "nobody");
      List<Fault> faults = new ArrayList<>(e.faults());
      faults.addAll(files.read(nobody, layers).faults());
      throw new BadInputException(faults);
    }
  }

  /**
   * The same for a folder that may have no {@code area.yaml}: then it is what is said here.
   *
   * @throws BadInputException as for {@link #read(Path)}
   * @throws IOException if the disk fails
   */
  public RawArea read(Path folder, RawProfile unlessItSays) throws IOException {
    return Files.exists(folder.resolve(AREA_FILE))
        ? read(folder)
        : files.read(unlessItSays, layers(folder));
  }

  /**
   * What an {@code area.yaml} says: {@code id}, {@code name} in {@code zh} and {@code en}, {@code
   * crs} (may be left out), {@code evidence}, {@code standard}.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails
   */
  public static RawProfile profile(Path areaYaml) throws IOException {
    return PolicyYaml.read(areaYaml, AreaFolder::profile);
  }

  private static RawProfile profile(PolicyNode node) {
    Optional<String> crs = node.findText("crs");
    crs.ifPresent(code -> requireProjected(node, code));
    AreaProfile checked =
        new AreaProfile(
            node.text("id"),
            node.words("name"),
            crs.orElse(""),
            node.code("evidence", Evidence.class),
            node.text("standard"));
    return new RawProfile(
        checked.id(), checked.name(), crs.orElse(null), checked.evidence(), checked.standard());
  }

  private static void requireProjected(PolicyNode node, String code) {
    try {
      Projection.of(code);
    } catch (BadValueException e) {
      node.fault("crs", e.reason().zh(), e.reason().en());
    }
  }

  private static List<Path> layers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Text reason = new Text("没有这个文件夹", "there is no such folder");
      String name = String.valueOf(folder.getFileName());
      throw new BadInputException(List.of(new Fault(name, null, null, "", reason)));
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).filter(GeoJsonFiles::named).sorted().toList();
    }
  }
}
