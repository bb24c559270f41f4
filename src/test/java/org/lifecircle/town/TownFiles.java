package org.lifecircle.town;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.file.LayerFiles;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.file.ReadOptions;
import org.lifecircle.io.geojson.GeoJsonWriter;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** Areas written out as files and read again, as an office does that surveys what was done. */
public final class TownFiles {

  private static final Projection PROJECTION = Projection.of("EPSG:4546");

  /** Towns are drawn round (0, 0); the projection is at home in Luoyang. */
  private static final double EAST = 640_000;

  private static final double NORTH = 3_840_000;

  private TownFiles() {}

  /** A little town, drawn round (0, 0), written to files and read from them. */
  public static StudyArea reread(StudyArea town, WalkingRules rules) {
    return moved(rereadInPlace(moved(town, EAST, NORTH), rules), -EAST, -NORTH);
  }

  private static StudyArea moved(StudyArea area, double east, double north) {
    StudyArea moved = StudyArea.empty(area.profile(), moved(area.boundary(), east, north));
    for (Layer layer : Layer.values()) {
      Columns columns = Columns.of(layer);
      List<Feature> features = new ArrayList<>();
      for (Feature feature : area.layer(layer)) {
        features.add(
            columns.feature(moved(feature.geometry(), east, north), columns.values(feature)));
      }
      moved = moved.with(layer, features);
    }
    return moved;
  }

  private static Geometry moved(Geometry geometry, double east, double north) {
    Geometry moved = geometry.copy();
    CoordinateFilter shift =
        c -> {
          c.x = Math.rint((c.x + east) * 1000) / 1000;
          c.y = Math.rint((c.y + north) * 1000) / 1000;
        };
    moved.apply(shift);
    moved.geometryChanged();
    return moved;
  }

  /** An area of Luoyang written to files and read from them. */
  public static StudyArea rereadInPlace(StudyArea area, WalkingRules rules) {
    try {
      Path folder = Files.createTempDirectory("town");
      try {
        write(area, folder);
        AreaProfile of = area.profile();
        RawProfile profile =
            new RawProfile(of.id(), of.name(), of.crs(), of.evidence(), of.standard());
        return new Assembly(AssemblyRules.of(rules, Set.of(), Limits.USUAL))
            .assemble(
                new LayerFiles(Limits.USUAL, Naming.ofContract(), null)
                    .read(profile, List.of(folder), ReadOptions.NONE));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(StudyArea area, Path folder) throws IOException {
    GeoJsonWriter writer = new GeoJsonWriter(PROJECTION);
    for (Layer layer : Layer.values()) {
      if (!area.layer(layer).isEmpty()) {
        try (OutputStream out = Files.newOutputStream(folder.resolve(layer.code() + ".geojson"))) {
          writer.writeLayer(out, area, layer);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
