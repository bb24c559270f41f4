package org.lifecircle.io.geojson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;

/**
 * What one GeoJSON file holds.
 *
 * @param file its name, without folders
 * @param name the top-level member {@code name}, by which some programs say the layer
 * @param crs of the coordinates, longitude or east first
 * @param repairs what had to be mended to read it at all
 * @param faults of single features; the layer in them is null, for it is not known here
 */
public record GeoJsonFile(
    String file,
    @Nullable String name,
    String crs,
    List<RawFeature> features,
    List<Repair> repairs,
    List<Fault> faults) {

  /** A feature that was mended: which, and how. */
  record Repair(int index, String code, Text message) {}

  public GeoJsonFile {
    features = List.copyOf(features);
    repairs = List.copyOf(repairs);
    faults = List.copyOf(faults);
  }

  RawLayer asLayer(String layer) {
    return new RawLayer(layer, file, crs, features);
  }

  List<RawIssue> issuesIn(String layer) {
    return repairs.stream()
        .map(
            r ->
                new RawIssue(
                    layer, idAt(r.index()), r.code(), IssueAction.REPAIRED, r.message(), null))
        .toList();
  }

  List<Fault> faultsIn(String layer) {
    return faults.stream()
        .map(f -> new Fault(f.file(), layer, f.feature(), f.pointer(), f.reason()))
        .toList();
  }

  private String idAt(int index) {
    String id = features.get(index).id();
    return id == null ? "" : id;
  }
}
