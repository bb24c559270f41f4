package org.lifecircle.io;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;

/**
 * One table of a file, before anybody has said which layer it is.
 *
 * @param file how people know the file: its name, without folders
 * @param name what the file calls the table; null when it has no name of its own
 * @param crs of the geometries, a code or well-known text, east or longitude first; null when the
 *     file does not say
 * @param remarks what had to be mended or left out to read it at all
 * @param faults of single features; the layer in them is null, for it is not known here
 */
public record RawTable(
    String file,
    @Nullable String name,
    @Nullable String crs,
    List<RawFeature> features,
    List<Remark> remarks,
    List<Fault> faults) {

  /** Stands for the whole table where an index is asked for. */
  public static final int WHOLE = -1;

  /**
   * Something about a feature, or about the table.
   *
   * @param index of the feature in its file, or {@link #WHOLE}
   */
  public record Remark(int index, String code, IssueAction action, Text message) {}

  public RawTable {
    features = List.copyOf(features);
    remarks = List.copyOf(remarks);
    faults = List.copyOf(faults);
  }

  /** The same with other features. */
  public RawTable withFeatures(List<RawFeature> newFeatures) {
    return new RawTable(file, name, crs, newFeatures, remarks, faults);
  }
}
