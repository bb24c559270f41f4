package org.lifecircle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.ImportRules;
import org.lifecircle.api.Policy;
import org.lifecircle.io.Degrees;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.file.LayerFiles;
import org.lifecircle.io.file.ReadOptions;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/**
 * Imports each file of a folder by itself, as the layer its geometry can be, and prints what came
 * of it, one line each. A program of its own, so that it can be given little memory.
 */
final class MessyCorpus {

  private final ImportRules rules;
  private final AssemblyRules assembly;

  private MessyCorpus() throws IOException {
    Home home = Home.find();
    Policy policy = home.policy();
    rules = home.importRules(policy);
    assembly = AssemblyRules.of(policy.walking(), Set.of(), Limits.USUAL);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    MessyCorpus corpus = new MessyCorpus();
    try (Stream<Path> all = Files.walk(folder);
        PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        out.println(name + " | " + corpus.outcome(file));
        out.flush();
      }
    }
  }

  private String outcome(Path file) throws IOException {
    Path shp = sibling(file);
    if (shp != null) {
      return "read along with " + shp.getFileName();
    }
    // Refused as any layer, it is refused for good; else its geometry says which it can be.
    RawArea any = read(file, "parcels");
    RawLayer layer = any.layers().isEmpty() ? null : any.layers().get(0);
    if (layer == null) {
      return refused(any.faults());
    }
    String kind = kind(layer);
    RawArea raw = read(file, kind);
    try {
      return imported(new Assembly(assembly).assemble(inTown(raw)), kind);
    } catch (BadInputException e) {
      return refused(e.faults());
    }
  }

  private RawArea read(Path file, String layer) throws IOException {
    RawProfile profile =
        new RawProfile("messy", new Text("", ""), null, Evidence.SURVEY, "gb50180-2018");
    return new LayerFiles(rules.limits(), rules.naming(), rules.osm())
        .read(profile, List.of(file), ReadOptions.NONE.withLayer(layer));
  }

  private static @Nullable Path sibling(Path file) throws IOException {
    String name = file.getFileName().toString();
    String stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (!Set.of("dbf", "shx", "prj", "cpg", "aux").contains(ending(name))) {
      return null;
    }
    Path shp = file.resolveSibling(stem + ".shp");
    return Files.exists(shp) ? shp : null;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String kind(RawLayer layer) {
    for (RawFeature feature : layer.features()) {
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        return geometry instanceof Polygonal
            ? "compounds"
            : geometry instanceof Lineal ? "paths" : "gates";
      }
    }
    return "gates";
  }

  /** With a small compound and a facility where the first feature is, so that it is a town. */
  private static RawArea inTown(RawArea raw) {
    RawLayer layer = Degrees.of(raw.layers().get(0), new FaultList());
    Coordinate at = new Coordinate(0, 0);
    for (RawFeature feature : layer.features()) {
      if (feature.geometry() != null && !feature.geometry().isEmpty()) {
        at = feature.geometry().getInteriorPoint().getCoordinate();
        break;
      }
    }
    List<RawLayer> layers = new ArrayList<>(raw.layers());
    Geometry point = Millimetres.FACTORY.createPoint(at);
    layers.add(one("facilities", point, Map.of("id", "clinic", "kind", "clinic")));
    if (!layer.layer().equals("compounds")) {
      layers.add(one("compounds", point.buffer(0.001, 1), Map.of("id", "home")));
    }
    return new RawArea(raw.profile(), layers, raw.issues(), raw.faults());
  }

  private static RawLayer one(String layer, Geometry geometry, Map<String, Object> values) {
    RawFeature feature = new RawFeature(0, geometry, new TreeMap<>(values));
    return new RawLayer(layer, "town", RawLayer.LON_LAT, List.of(feature));
  }

  private static String imported(StudyArea area, String kind) {
    Map<String, Long> issues =
        area.issues().stream()
            .collect(Collectors.groupingBy(DataIssue::code, TreeMap::new, Collectors.counting()));
    int count = area.layer(Coded.of(Layer.class, kind)).size();
    return "imported: %d %s in %s %s".formatted(count, kind, area.profile().crs(), issues);
  }

  /** The first fault, as it is told, and how many more there are. */
  private static String refused(List<Fault> faults) {
    if (faults.isEmpty()) {
      return "NEITHER IMPORTED NOR REFUSED";
    }
    Fault first = faults.get(0);
    String chinese = first.reason().zh();
    if (first.file().isBlank() || chinese.chars().noneMatch(c -> c >= 0x4e00)) {
      return "REFUSED WITHOUT A SENTENCE IN CHINESE: " + first;
    }
    String feature = first.feature() == null ? "" : " (" + first.feature() + ")";
    String more = faults.size() > 1 ? " +" + (faults.size() - 1) : "";
    return "refused" + feature + more + ": " + first.reason().en().replace('\n', ' ');
  }
}
