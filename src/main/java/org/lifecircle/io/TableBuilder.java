package org.lifecircle.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Gathers the features of a table, and counts them. */
public final class TableBuilder {

  private final String file;
  private final @Nullable String name;
  private final Limits limits;
  private final List<RawFeature> features = new ArrayList<>();
  private final List<RawTable.Remark> remarks = new ArrayList<>();
  private final FaultList faults = new FaultList();

  /** Of this table of this file; a file with one table need not name it. */
  public TableBuilder(String file, @Nullable String name, Limits limits) {
    this.file = file;
    this.name = name;
    this.limits = limits;
  }

  /** The index the next feature will have. */
  public int next() {
    return features.size();
  }

  /**
   * One more feature.
   *
   * @throws BadValueException if there are too many, or too many columns
   */
  public void add(@Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
    if (features.size() >= limits.features()) {
      throw new BadValueException(
          "要素过多，上限为 " + limits.features(), "too many features; at most " + limits.features());
    }
    limits.requireColumns(properties.size());
    features.add(new RawFeature(features.size(), geometry, properties));
  }

  /** The next feature had something that was mended. */
  public void repaired(String code, String zh, String en) {
    remarks.add(new RawTable.Remark(next(), code, IssueAction.REPAIRED, new Text(zh, en)));
  }

  /** Something about the whole table. */
  public void note(String code, IssueAction action, String zh, String en) {
    remarks.add(new RawTable.Remark(RawTable.WHOLE, code, action, new Text(zh, en)));
  }

  /**
   * Something is wrong with the next feature, which is not added for that.
   *
   * @param id of the feature, if it has one
   * @param where in the file, in the words of its format: {@code line 12}
   */
  public void fault(@Nullable String id, String where, Text reason) {
    faults.add(new Fault(file, null, id, where, reason));
  }

  /** All of it, in this CRS; null when the file does not say which. */
  public RawTable table(@Nullable String crs) {
    return new RawTable(file, name, crs, features, remarks, faults.list());
  }
}
