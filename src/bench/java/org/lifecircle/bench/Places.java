package org.lifecircle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The real places the benchmarks are about. */
public final class Places {

  /** 15 minutes at 1.25 m/s. */
  public static final int QUARTER_HOUR_MILLIMETRES = 1_125_000;

  private static final int KINDS = 20;
  private static final String STANDARD = "gb50180-2018";

  private final Path home;
  private final Path shared;

  public Places(Path home, Path shared) {
    this.home = home;
    this.shared = shared;
  }

  public WalkingRules rules() throws IOException {
    return PolicyFiles.walkingRules(home.resolve("config/walking.yaml"));
  }

  public Path file(String name) {
    return shared.resolve("data/osm").resolve(name);
  }

  /** The district that comes with the product. */
  public StudyArea demo() throws IOException {
    return assembled(new AreaFolder(Limits.USUAL).read(home.resolve("data/xigong")));
  }

  public Standard standard() throws IOException {
    return PolicyFiles.standard(home.resolve("config/standards/" + STANDARD + ".yaml"));
  }

  public StudyArea read(String name) throws IOException {
    RawProfile profile =
        new RawProfile("place", new Text("某地", "a place"), null, Evidence.OSM, STANDARD);
    OsmMapping mapping = OsmMapping.read(home.resolve("config/osm.yaml"));
    return assembled(new OsmReader(mapping).read(file(name), profile));
  }

  private StudyArea assembled(RawArea raw) throws IOException {
    Set<String> kinds =
        standard().kinds().stream().map(FacilityKind::id).collect(Collectors.toSet());
    return new Assembly(AssemblyRules.of(rules(), kinds, Limits.USUAL)).assemble(raw);
  }

  /** The facilities of the twenty kinds that have most, by kind. */
  static List<List<Facility>> kinds(StudyArea area) {
    Map<String, List<Facility>> byKind = new TreeMap<>();
    area.facilities()
        .forEach(f -> byKind.computeIfAbsent(f.kind(), kind -> new ArrayList<>()).add(f));
    return byKind.values().stream()
        .sorted(Comparator.<List<Facility>>comparingInt(List::size).reversed())
        .limit(KINDS)
        .toList();
  }

  /** Nothing but the paths of an area: no wall, no yard, no door. */
  public static StudyArea pathsOnly(StudyArea area) {
    return StudyArea.empty(area.profile(), area.boundary())
        .with(Layer.PATHS, area.layer(Layer.PATHS));
  }

  /** The paths of an area, again and again side by side. */
  public static StudyArea tiled(StudyArea area, int columns, int rows) {
    double width = area.boundary().getEnvelopeInternal().getWidth();
    double height = area.boundary().getEnvelopeInternal().getHeight();
    List<org.lifecircle.model.Path> paths = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        AffineTransformation there =
            AffineTransformation.translationInstance(column * width, row * height);
        for (org.lifecircle.model.Path path : area.paths()) {
          paths.add(moved(path, column + "-" + row + "-" + path.id(), there));
        }
      }
    }
    Geometry corner =
        AffineTransformation.translationInstance((columns - 1) * width, (rows - 1) * height)
            .transform(area.boundary());
    return StudyArea.empty(area.profile(), area.boundary().union(corner).convexHull())
        .with(Layer.PATHS, paths);
  }

  private static org.lifecircle.model.Path moved(
      org.lifecircle.model.Path path, String id, AffineTransformation there) {
    return new org.lifecircle.model.Path(
        id,
        path.kind(),
        path.widthMetres(),
        path.level(),
        path.bridge(),
        path.tunnel(),
        path.incline(),
        path.access(),
        (LineString) there.transform(path.geometry()));
  }
}
