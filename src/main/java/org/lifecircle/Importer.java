package org.lifecircle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Policy;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.geojson.AreaFolder;
import org.lifecircle.io.geojson.GeoJsonFiles;
import org.lifecircle.io.osm.OsmMapping;
import org.lifecircle.io.osm.OsmReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.store.Crs;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Imported;
import org.lifecircle.store.Workspace;

/** Reads files into a study area, and keeps it: all or nothing. */
final class Importer {

  private static final String USUAL_STANDARD = "gb50180-2018";

  private final Home home;
  private final Policy policy;
  private final Limits limits;

  Importer(Home home, Policy policy, Limits limits) {
    this.home = home;
    this.policy = policy;
    this.limits = limits;
  }

  /**
   * The area in these files.
   *
   * @param id what to call it; null leaves it to the folder's own {@code area.yaml}
   * @param crs to compute in; null leaves it to the files and the place
   * @throws BadInputException with every fault of the files
   */
  StudyArea read(@Nullable String id, List<Path> files, @Nullable String crs) throws IOException {
    RawArea raw = raw(id, files, crs);
    Standard standard = policy.standards().get(raw.profile().standard());
    if (standard == null) {
      throw bad(
          "area.yaml",
          "没有标准 " + raw.profile().standard(),
          "there is no standard "
              + raw.profile().standard()
              + ", only "
              + String.join(", ", policy.standards().keySet()));
    }
    Set<String> kinds = standard.kinds().stream().map(FacilityKind::id).collect(Collectors.toSet());
    return new Assembly(AssemblyRules.of(policy.walking(), kinds, limits)).assemble(raw);
  }

  private RawArea raw(@Nullable String id, List<Path> files, @Nullable String crs)
      throws IOException {
    String name = id == null ? "area" : id;
    if (files.size() == 1 && Files.isDirectory(files.get(0))) {
      RawProfile usual = profile(name, crs, Evidence.SURVEY);
      return renamed(new AreaFolder(limits).read(files.get(0), usual), id, crs);
    }
    if (files.size() == 1 && !isGeoJson(files.get(0))) {
      OsmMapping mapping = OsmMapping.read(home.config("osm.yaml"));
      return new OsmReader(mapping).read(files.get(0), profile(name, crs, Evidence.OSM));
    }
    return new GeoJsonFiles(limits).read(profile(name, crs, Evidence.SURVEY), files);
  }

  private static boolean isGeoJson(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".geojson") || name.endsWith(".json");
  }

  private static RawProfile profile(String id, @Nullable String crs, Evidence evidence) {
    return new RawProfile(id, new Text(id, id), crs, evidence, USUAL_STANDARD);
  }

  private static RawArea renamed(RawArea raw, @Nullable String id, @Nullable String crs) {
    RawProfile old = raw.profile();
    RawProfile profile =
        new RawProfile(
            id == null ? old.id() : id,
            old.name(),
            crs == null ? old.crs() : crs,
            old.evidence(),
            old.standard());
    return new RawArea(profile, raw.layers(), raw.issues(), raw.faults());
  }

  /** Keeps an area as its next version. */
  static DatasetVersion keep(Workspace workspace, StudyArea area, List<Path> files) {
    Projection projection = Projection.of(area.profile().crs());
    Set<String> names = new LinkedHashSet<>();
    files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    return workspace.add(
        area,
        new Crs(projection.crs(), projection.definition()),
        new Imported(Instant.now(), List.copyOf(names)));
  }

  private static BadInputException bad(String file, String zh, String en) {
    return new BadInputException(List.of(new Fault(file, null, null, "", new Text(zh, en))));
  }
}
