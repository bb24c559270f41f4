package org.lifecircle.api.filter;

import java.util.List;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** What a term yields. */
public enum Type {
  TEXT("文本", "text"),
  NUMBER("数", "a number"),
  TRUTH("真假", "true or false"),
  LIST("列表", "a list"),
  GEOMETRY("几何", "a geometry");

  private final String zh;
  private final String en;

  Type(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Of a column whose values are of this class. */
  public static Type of(Class<?> column) {
    if (Number.class.isAssignableFrom(column)) {
      return NUMBER;
    }
    if (column == Boolean.class) {
      return TRUTH;
    }
    if (List.class.isAssignableFrom(column)) {
      return LIST;
    }
    return Geometry.class.isAssignableFrom(column) ? GEOMETRY : TEXT;
  }

  Text title() {
    return new Text(zh, en);
  }
}
