package org.lifecircle.io.geojson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/**
 * Reads GeoJSON files, one layer each. The layer is the file's name without its ending, or else the
 * top-level member {@code name}.
 */
public final class GeoJsonFiles {

  private final GeoJsonReader reader;

  public GeoJsonFiles(Limits limits) {
    this.reader = new GeoJsonReader(limits);
  }

  /** Whether the name looks like that of a GeoJSON file. */
  public static boolean named(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".geojson") || name.endsWith(".json");
  }

  /** All files as one raw area. What cannot be read is among its faults; nothing is thrown. */
  public RawArea read(RawProfile profile, List<Path> files) {
    List<RawLayer> layers = new ArrayList<>();
    List<RawIssue> issues = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path file : files.stream().sorted().toList()) {
      String named = layerNamed(stem(file));
      try {
        GeoJsonFile read = reader.read(file);
        String layer = named != null ? named : layerNamed(String.valueOf(read.name()));
        if (layer == null) {
          faults.add(new Fault(read.file(), null, null, "", unknownLayer(stem(file))));
        } else {
          layers.add(read.asLayer(layer));
          issues.addAll(read.issuesIn(layer));
          faults.addAll(read.faultsIn(layer));
        }
      } catch (BadInputException e) {
        e.faults().forEach(f -> faults.add(inLayer(f, named)));
      }
    }
    return new RawArea(profile, layers, issues, faults);
  }

  private static Fault inLayer(Fault fault, @Nullable String layer) {
    return new Fault(fault.file(), layer, fault.feature(), fault.pointer(), fault.reason());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The layer of this name, in any case, with dashes for underscores if one likes. */
  private static @Nullable String layerNamed(String name) {
    String code = name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    Optional<Layer> layer = Coded.find(Layer.class, code);
    return code.equals(RawLayer.BOUNDARY) || layer.isPresent() ? code : null;
  }

  private static Text unknownLayer(String name) {
    String all = String.join(", ", Coded.codes(Layer.class)) + ", " + RawLayer.BOUNDARY;
    return new Text(
        "没有名为“" + name + "”的图层；可用的有 " + all,
        "there is no layer '" + name + "'; name the file after one of " + all);
  }
}
