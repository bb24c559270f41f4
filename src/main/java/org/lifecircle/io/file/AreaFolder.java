package org.lifecircle.io.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** A folder that says itself what area it is: its {@code area.yaml}. */
public final class AreaFolder {

  /** The file that says what the area is. */
  public static final String AREA_FILE = "area.yaml";

  private final LayerFiles files;

  /** A reader that knows the contract's own names, which such a folder uses. */
  public AreaFolder(Limits limits) {
    this.files = new LayerFiles(limits, Naming.ofContract(), null);
  }

  /**
   * The folder's area, with the faults of its layers inside, for assembly to add to.
   *
   * @throws BadInputException if {@code area.yaml} is missing or wrong
   * @throws IOException if the disk fails
   */
  public RawArea read(Path folder) throws IOException {
    return files.read(profile(folder.resolve(AREA_FILE)), List.of(folder), ReadOptions.NONE);
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
}
