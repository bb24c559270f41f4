package org.lifecircle.io.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.RawTable.Remark;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the columns of a table that say where its rows are, and makes geometry of them.
 *
 * <p>Longitude and latitude, easting and northing are what their names say. Of columns called x and
 * y the values decide, because Chinese surveyors' x points north; which was taken is told.
 */
public final class PlaceColumns {

  private static final Set<String> TEXTS =
      Set.of(
          "wkt",
          "geometry",
          "geom",
          "the_geom",
          "shape",
          "wkt_geom",
          "wkb_geometry",
          "几何",
          "图形",
          "location",
          "位置",
          "坐标",
          "经纬度");
  private static final Set<String> EAST =
      Set.of(
          "lon",
          "lng",
          "long",
          "longitude",
          "gps_lng",
          "wgs84_lng",
          "经度",
          "东经",
          "lon_wgs84",
          "easting",
          "east",
          "东坐标",
          "横坐标",
          "point_x",
          "coord_x");
  private static final Set<String> NORTH =
      Set.of(
          "lat",
          "latitude",
          "gps_lat",
          "wgs84_lat",
          "纬度",
          "北纬",
          "lat_wgs84",
          "northing",
          "north",
          "北坐标",
          "纵坐标",
          "point_y",
          "coord_y");
  private static final Set<String> X = Set.of("x", "x坐标", "坐标x", "x_coord", "xcoord");
  private static final Set<String> Y = Set.of("y", "y坐标", "坐标y", "y_coord", "ycoord");

  private final RawTable table;
  private final Limits limits;
  private final List<Remark> remarks;
  private final FaultList faults = new FaultList();

  private PlaceColumns(RawTable table, Limits limits) {
    this.table = table;
    this.limits = limits;
    this.remarks = new ArrayList<>(table.remarks());
    faults.addAll(table.faults());
  }

  /**
   * The table with geometry instead of those columns; as it is when it has geometry already.
   *
   * @throws BadValueException if no column says where its rows are
   */
  public static RawTable placed(RawTable table, Limits limits) {
    boolean placed = table.features().stream().anyMatch(f -> f.geometry() != null);
    return placed || table.features().isEmpty() ? table : new PlaceColumns(table, limits).placed();
  }

  private RawTable placed() {
    String text = column(TEXTS);
    if (text != null) {
      return of(List.of(text), row -> PlaceText.geometry(value(row, text), limits));
    }
    String east = column(EAST);
    String north = column(NORTH);
    if (east == null || north == null) {
      String x = column(X);
      String y = column(Y);
      if (x == null || y == null) {
        throw new BadValueException(
            "找不到位置：需要“经度”“纬度”、“东坐标”“北坐标”或“WKT”列；现有列：" + columns(),
            "nothing says where its rows are: columns lon and lat, easting and northing, or wkt are"
                + " needed; it has "
                + columns());
      }
      boolean turned = pointsNorth(x, y);
      note(x, y, turned);
      east = turned ? y : x;
      north = turned ? x : y;
    }
    String eastings = east;
    String northings = north;
    return of(
        List.of(east, north), row -> PlaceText.point(value(row, eastings), value(row, northings)));
  }

  private interface Maker {
    @Nullable Geometry of(RawFeature row);
  }

  private RawTable of(List<String> used, Maker maker) {
    List<RawFeature> features = new ArrayList<>();
    for (RawFeature row : table.features()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(row.properties());
      used.forEach(values::remove);
      Geometry geometry = null;
      try {
        geometry = maker.of(row);
      } catch (BadValueException e) {
        String where = "row " + (row.index() + 1);
        faults.add(new Fault(table.file(), null, row.id(), where, e.reason()));
      }
      features.add(new RawFeature(row.index(), geometry, values));
    }
    return new RawTable(table.file(), table.name(), table.crs(), features, remarks, faults.list());
  }

  private @Nullable String column(Set<String> names) {
    for (String column : table.features().get(0).properties().keySet()) {
      if (names.contains(column.strip().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return null;
  }

  private String columns() {
    List<String> names = new ArrayList<>(table.features().get(0).properties().keySet());
    String shown = String.join(", ", names.subList(0, Math.min(12, names.size())));
    return shown.length() > 300 ? shown.substring(0, 300) + "…" : shown;
  }

  private static String value(RawFeature row, String column) {
    Object value = row.properties().get(column);
    return value == null ? "" : value.toString().strip();
  }

  /** Whether the column called x holds what grows northwards: latitudes, or northings. */
  private boolean pointsNorth(String x, String y) {
    int votes = 0;
    for (RawFeature row : table.features()) {
      votes += vote(value(row, x), value(row, y));
    }
    return votes > 0;
  }

  private static int vote(String x, String y) {
    try {
      return looksTurned(Double.parseDouble(x), Double.parseDouble(y)) ? 1 : -1;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean looksTurned(double x, double y) {
    if (Math.abs(x) <= 90 && Math.abs(y) > 90 && Math.abs(y) <= 180) {
      return true;
    }
    // Northings of China are 2 to 6 million; eastings some hundred thousand, or a zone before them.
    boolean northing = x > 1_900_000 && x < 6_100_000;
    boolean easting = (y > 100_000 && y < 900_000) || (y > 13_000_000 && y < 46_000_000);
    return northing && easting;
  }

  private void note(String x, String y, boolean turned) {
    String zh = turned ? "“" + x + "”列按北向、“" + y + "”列按东向读取" : "“" + x + "”列按东向、“" + y + "”列按北向读取";
    String en =
        turned
            ? "column '" + x + "' was taken to point north and '" + y + "' east, by their values"
            : "column '" + x + "' was taken to point east and '" + y + "' north";
    remarks.add(
        new Remark(RawTable.WHOLE, "axes_by_values", IssueAction.DERIVED, new Text(zh, en)));
  }
}
