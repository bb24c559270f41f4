package org.lifecircle.io.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Standard;
import org.lifecircle.model.WalkingRules;

/**
 * Reads the policy: {@code walking.yaml}, {@code capacity.yaml}, {@code renewal.yaml} and {@code
 * standards/*.yaml} of {@code config/}. The files say at their top how they are written. Strict: an
 * unknown key, a value out of range, an id used twice are faults, and all faults of a file come at
 * once.
 */
public final class PolicyFiles {

  private static final String ENDING = ".yaml";

  private PolicyFiles() {}

  /**
   * How people walk.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static WalkingRules walkingRules(Path file) throws IOException {
    return PolicyYaml.read(file, root -> new WalkingReader().read(root));
  }

  /**
   * Where every block of {@code walking.yaml} comes from, by JSON pointer into it, in its order.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static Map<String, Provenance> walkingProvenances(Path file) throws IOException {
    WalkingReader reader = new WalkingReader();
    PolicyYaml.read(file, reader::read);
    return reader.provenances();
  }

  /**
   * Who the places of facilities are for, and how they are shared out.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static CapacityRules capacityRules(Path file) throws IOException {
    return PolicyYaml.read(file, root -> new CapacityReader().read(root));
  }

  /**
   * What freed ground is held to, and what works cost.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static RenewalRules renewalRules(Path file) throws IOException {
    return PolicyYaml.read(file, root -> new RenewalReader().read(root));
  }

  /**
   * A standard. Where it takes its kinds from another, that one lies beside it in the same folder.
   *
   * @throws BadInputException with every fault of the file, or of the one it builds on
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static Standard standard(Path file) throws IOException {
    try {
      return PolicyYaml.read(
          file, root -> new StandardReader(id(file), other -> kinds(file, other)).read(root));
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /** One step only: a standard that is built on may not itself build on another. */
  private static List<FacilityKind> kinds(Path file, String other) {
    Path beside = file.resolveSibling(other + ENDING);
    try {
      return PolicyYaml.read(
              beside,
              root ->
                  new StandardReader(
                          other,
                          further -> {
                            root.fault(
                                "kinds_from",
                                "被引用的标准不能再引用其他标准",
                                "a standard others build on cannot build on another");
                            return List.of();
                          })
                      .read(root))
          .kinds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(Path file) {
    String name = PolicyYaml.fileName(file);
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }
}
