package org.lifecircle.io.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.osm.OsmMapping;
import org.lifecircle.io.osm.OsmReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;

/** Reads files of any kind as layers. What cannot be read is among the faults of the result. */
public final class LayerFiles {

  /** How the name of a part ends where a format holds one kind of geometry a file. */
  private static final String PART = "_(point|line)$";

  /** What is exported beside the input, and computed anew when that comes in again. */
  private static final Set<String> RESULTS =
      Set.of(
          "coverage",
          "coverage_compounds",
          "coverage_buildings",
          "coverage_change",
          "gaps",
          "freed_spaces",
          "sites",
          "lanes",
          "candidates",
          "openings",
          "issues");

  private final Limits limits;
  private final Naming naming;
  private final @Nullable OsmMapping osm;

  /**
   * A reader of files.
   *
   * @param osm what to make of the tags of OpenStreetMap; null to leave its files alone
   */
  public LayerFiles(Limits limits, Naming naming, @Nullable OsmMapping osm) {
    this.limits = limits;
    this.naming = naming;
    this.osm = osm;
  }

  /**
   * All files as one raw area.
   *
   * @throws IOException if the disk fails
   */
  public RawArea read(RawProfile profile, List<Path> files, ReadOptions options)
      throws IOException {
    Reading reading = new Reading(profile, options);
    try (Sources sources = new Sources(limits)) {
      for (Source source : sources.of(files, reading.faults)) {
        reading.read(source);
      }
    }
    return reading.area();
  }

  private final class Reading {
    private final ReadOptions options;
    private RawProfile profile;
    private final TableLayers tables;
    private final List<RawLayer> layers = new ArrayList<>();
    private final List<RawIssue> issues = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> tablesOfLayer = new HashMap<>();

    Reading(RawProfile profile, ReadOptions options) {
      this.profile = profile;
      this.options = options;
      this.tables = new TableLayers(naming, options.layer());
    }

    RawArea area() {
      return new RawArea(profile, layers, issues, faults);
    }

    void read(Source source) throws IOException {
      String named = options.layer() != null ? options.layer() : tables.layerOf(source.stem());
      try {
        FileFormat format = FileFormat.of(source.path(), source.shown());
        boolean extract =
            format == FileFormat.OSM || (format == null && source.ending().equals("osm"));
        if (extract && osm != null && options.layer() == null) {
          readExtract(source, new OsmReader(osm));
          return;
        }
        List<RawTable> read = new TableReaders(limits).read(source, options.encoding());
        Map<RawTable, String> chosen = tables.choose(source, read, issues);
        for (Map.Entry<RawTable, String> table : chosen.entrySet()) {
          add(format, table.getKey(), table.getValue());
        }
      } catch (BadInputException e) {
        e.faults().forEach(f -> faults.add(inLayer(f, named)));
      } catch (BadValueException e) {
        faults.add(new Fault(source.shown(), named, null, "", e.reason()));
      }
    }

    private void readExtract(Source source, OsmReader reader) {
      RawArea extract = reader.read(source.path(), profile);
      profile = layers.isEmpty() ? extract.profile() : profile;
      layers.addAll(extract.layers());
      issues.addAll(extract.issues());
      faults.addAll(extract.faults());
    }

    private void add(@Nullable FileFormat format, RawTable table, String layer) {
      try {
        int number = tablesOfLayer.merge(layer, 1, Integer::sum);
        TableAsLayer made =
            new TableAsLayer(table, layer, naming, options, limits).of(format, number);
        layers.add(made.layer());
        issues.addAll(made.issues());
        made.faults().forEach(f -> faults.add(inLayer(f, layer)));
      } catch (BadValueException e) {
        faults.add(new Fault(table.file(), layer, null, "", e.reason()));
      }
    }
  }

  static Fault inLayer(Fault fault, @Nullable String layer) {
    return fault.layer() != null
        ? fault
        : new Fault(fault.file(), layer, fault.feature(), fault.pointer(), fault.reason());
  }

  /** Which layer each table of a file is. */
  private static final class TableLayers {
    private final Naming naming;
    private final @Nullable String wanted;

    TableLayers(Naming naming, @Nullable String wanted) {
      this.naming = naming;
      this.wanted = wanted;
    }

    /** Also by the parts a layer is in where a format holds one kind of geometry a file. */
    @Nullable String layerOf(@Nullable String name) {
      return name == null
          ? null
          : naming.layerOf(name).or(() -> naming.layerOf(name.replaceFirst(PART, ""))).orElse(null);
    }

    /** The tables that are layers; what is left out is an issue. */
    Map<RawTable, String> choose(Source source, List<RawTable> all, List<RawIssue> issues) {
      Map<RawTable, String> chosen = new LinkedHashMap<>();
      String ofFile = wanted != null ? wanted : layerOf(source.stem());
      if (all.size() == 1) {
        String layer = ofFile != null ? ofFile : layerOf(all.get(0).name());
        if (layer == null && RESULTS.contains(source.stem().replaceFirst(PART, ""))) {
          issues.add(ignored(source.shown(), List.of(source.stem())));
          return chosen;
        }
        if (layer == null) {
          throw unknown(source.stem());
        }
        chosen.put(all.get(0), layer);
        return chosen;
      }
      List<String> ignored = new ArrayList<>();
      for (RawTable table : all) {
        String layer = layerOf(table.name());
        if (layer != null && (wanted == null || wanted.equals(layer))) {
          chosen.put(table, layer);
        } else {
          ignored.add(String.valueOf(table.name()));
        }
      }
      if (chosen.isEmpty() && ofFile != null && wanted == null) {
        all.forEach(table -> chosen.put(table, ofFile));
        return chosen;
      }
      if (chosen.isEmpty()) {
        throw severalTables(ignored);
      }
      if (!ignored.isEmpty()) {
        issues.add(ignored(source.shown(), ignored));
      }
      return chosen;
    }

    private static RawIssue ignored(String file, List<String> names) {
      Text message =
          new Text(
              file + " 中的表未采用：" + shown(names),
              "tables of " + file + " were not used: " + shown(names));
      return new RawIssue("", "", "table_ignored", IssueAction.NOTED, message, null);
    }

    private BadValueException unknown(String name) {
      String all = naming.layers();
      return new BadValueException(
          "没有名为“" + name + "”的图层；可用的有 " + all,
          "there is no layer '" + name + "'; name the file after one of " + all);
    }

    private BadValueException severalTables(List<String> names) {
      String all = wanted == null ? naming.layers() : wanted;
      return new BadValueException(
          "文件中有几个表(" + shown(names) + ")，都不是图层名；可用的有 " + all + "，或用 --mapping 注明",
          "it holds several tables ("
              + shown(names)
              + "), none of them named after a layer: "
              + all
              + "; rename one, or say which with --mapping");
    }

    private static String shown(List<String> names) {
      String some = String.join(", ", names.subList(0, Math.min(10, names.size())));
      return names.size() > 10 ? some + ", …" : some;
    }
  }
}
