package org.lifecircle.io.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.CrsText;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawTable;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** In which CRS a table's coordinates are. */
final class Placement {

  private static final double NEAR_DEGREES = 2;

  /** How programs write down that they do not know it either. */
  private static final Pattern NO_CRS = Pattern.compile("\\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)");

  /**
   * The CRS, as {@link RawLayer} takes it.
   *
   * @param assumed whether neither the file nor anybody said so
   */
  record Found(String crs, boolean assumed) {}

  private Placement() {}

  /**
   * What the file says; else, where the numbers can be degrees, degrees; else what was told.
   *
   * @throws BadValueException if nothing says, or east and north are the wrong way round
   */
  static Found of(RawTable table, ReadOptions options) {
    String told = options.crs() == null ? null : CrsText.understood(options.crs());
    Coordinate middle = middle(table);
    String said = table.crs();
    if (said != null && !NO_CRS.matcher(said).lookingAt()) {
      return new Found(turned(named(said, told), middle), false);
    }
    if (middle == null || (Math.abs(middle.x) <= 180 && Math.abs(middle.y) <= 180)) {
      return new Found(RawLayer.LON_LAT, told == null || !CrsText.isDegrees(told));
    }
    if (told == null) {
      throw unknown(middle);
    }
    return new Found(turned(told, middle), false);
  }

  private static String named(String text, @Nullable String told) {
    try {
      return CrsText.understood(text);
    } catch (BadValueException e) {
      if (told != null) {
        return told;
      }
      throw e;
    }
  }

  private static BadValueException unknown(Coordinate middle) {
    String place = String.format(Locale.ROOT, "%.1f, %.1f", middle.x, middle.y);
    String likely = likely(middle);
    return new BadValueException(
        "坐标("
            + place
            + ")不是经纬度，文件也没有注明坐标系；请用 --crs 注明"
            + (likely.isEmpty() ? "" : "，可能是 " + likely),
        "the coordinates ("
            + place
            + ") are not degrees, and the file names no CRS; say --crs"
            + (likely.isEmpty() ? "" : ", perhaps " + likely));
  }

  /**
   * The zone that stands before an easting in China: 13 to 23 are six degrees wide, 25 to 45 three.
   */
  private static String likely(Coordinate middle) {
    int zone = (int) Math.floor(middle.x / 1e6);
    boolean northing = middle.y > 1_900_000 && middle.y < 6_100_000;
    if (northing && zone >= 25 && zone <= 45) {
      return "EPSG:" + (4513 + zone - 25);
    }
    if (northing && zone >= 13 && zone <= 23) {
      return "EPSG:" + (4491 + zone - 13);
    }
    return "";
  }

  /** The same CRS, unless its coordinates lie where it is for only when they are swapped. */
  private static String turned(String crs, @Nullable Coordinate middle) {
    if (middle == null || CrsText.isDegrees(crs) || !crs.startsWith("EPSG:")) {
      return crs;
    }
    Projection projection;
    try {
      projection = Projection.of(crs);
    } catch (BadValueException e) {
      return crs; // degrees of another datum, or feet; whoever transforms it says what is wrong
    }
    if (!lies(projection, middle) && lies(projection, new Coordinate(middle.y, middle.x))) {
      String place = String.format(Locale.ROOT, "%.1f, %.1f", middle.x, middle.y);
      throw new BadValueException(
          "东坐标与北坐标似乎写反了：(" + place + ") 不在 " + crs + " 的范围内，对调后则在；应先写东坐标",
          "east and north look swapped: ("
              + place
              + ") is outside of where "
              + crs
              + " is for, and inside when swapped; east comes first");
    }
    return crs;
  }

  private static boolean lies(Projection projection, Coordinate place) {
    try {
      Envelope use = projection.areaOfUse();
      use.expandBy(NEAR_DEGREES);
      return use.contains(projection.toLonLat(place));
    } catch (BadValueException e) {
      return false;
    }
  }

  /** The median of all centres: what is astray does not move it. */
  private static @Nullable Coordinate middle(RawTable table) {
    double[] x = new double[table.features().size()];
    double[] y = new double[x.length];
    int count = 0;
    for (RawFeature feature : table.features()) {
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        x[count] = centre.x;
        y[count++] = centre.y;
      }
    }
    if (count == 0) {
      return null;
    }
    Arrays.sort(x, 0, count);
    Arrays.sort(y, 0, count);
    return new Coordinate(x[count / 2], y[count / 2]);
  }
}
