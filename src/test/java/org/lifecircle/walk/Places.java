package org.lifecircle.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifecircle.Shared;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.file.AreaFolder;
import org.lifecircle.io.osm.OsmMapping;
import org.lifecircle.io.osm.OsmReader;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.WalkingRules;

/** The demo district and Las Palmas, read as the product reads them. */
final class Places {

  private static final Path HOME = Path.of(System.getProperty("lifecircle.home", "."));
  private static final String STANDARD = "gb50180-2018";

  private Places() {}

  static WalkingRules rules() throws IOException {
    return PolicyFiles.walkingRules(HOME.resolve("config").resolve("walking.yaml"));
  }

  static StudyArea demo() throws IOException {
    return assembled(new AreaFolder(Limits.USUAL).read(HOME.resolve("data").resolve("xigong")));
  }

  /** Las Palmas, or the test is given up; where everything must be there (CI) it fails. */
  static StudyArea lasPalmas() throws IOException {
    Path folder = Shared.folder("data").resolve("osm").resolve("las_palmas");
    Path extract = folder.resolve("las_palmas.osm.pbf");
    OsmMapping mapping = OsmMapping.read(HOME.resolve("config").resolve("osm.yaml"));
    RawProfile profile =
        new RawProfile(
            "las-palmas", new Text("拉斯帕尔马斯", "Las Palmas"), null, Evidence.OSM, STANDARD);
    return assembled(new OsmReader(mapping).read(extract, profile));
  }

  private static StudyArea assembled(RawArea raw) throws IOException {
    Path standard = HOME.resolve("config").resolve("standards").resolve(STANDARD + ".yaml");
    Set<String> kinds =
        PolicyFiles.standard(standard).kinds().stream()
            .map(FacilityKind::id)
            .collect(Collectors.toSet());
    return new Assembly(AssemblyRules.of(rules(), kinds, Limits.USUAL)).assemble(raw);
  }
}
