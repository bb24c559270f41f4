package org.lifecircle.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;

/**
 * What a coordinate reference system written as well-known text is. Most files that name theirs
 * without a code mean one that has a code: the degrees of WGS 84 or CGCS2000, the Gauss–Krüger
 * zones of the latter with or without the zone in front of the easting, UTM, web Mercator. Those
 * are known by their parameters, in no time; searching the tables for them takes eight seconds.
 *
 * <p>Anything else is handed on as text, east first, its datum by code so that the shift to WGS 84
 * is the tables' own. Eastings come first in files whatever {@code AXIS} says, so it is dropped.
 */
public final class CrsText {

  private static final int MAX_CHARS = 16 << 10;
  private static final String CGCS2000 = "EPSG:4490";

  /** Datums by name, plain letters and digits, without {@code D_} in front: the code in degrees. */
  private static final Map<String, Integer> DATUMS =
      Map.ofEntries(
          Map.entry("wgs1984", 4326),
          Map.entry("wgs84", 4326),
          Map.entry("worldgeodeticsystem1984", 4326),
          Map.entry("china2000", 4490),
          Map.entry("cgcs2000", 4490),
          Map.entry("chinageodeticcoordinatesystem2000", 4490),
          Map.entry("chinageodeticcoordinatesystem2000cgcs2000", 4490),
          Map.entry("xian1980", 4610),
          Map.entry("beijing1954", 4214),
          Map.entry("northamerican1983", 4269),
          Map.entry("northamericandatum1983", 4269),
          Map.entry("northamerican1927", 4267),
          Map.entry("northamericandatum1927", 4267),
          Map.entry("etrs1989", 4258),
          Map.entry("europeanterrestrialreferencesystem1989", 4258),
          Map.entry("rgf1993", 4171),
          Map.entry("sweref99", 4619),
          Map.entry("rt1990", 4124));

  private final Wkt root;
  private final Wkt geographic;

  private CrsText(Wkt root, Wkt geographic) {
    this.root = root;
    this.geographic = geographic;
  }

  /**
   * The code of the CRS this text describes, or the text again in the form {@link RawLayer} takes.
   *
   * @param text a code, or version 1 of well-known text, by OGC or by Esri
   * @throws BadValueException if it is not understood
   */
  public static String understood(String text) {
    String stripped = text.strip();
    if (stripped.matches("(?i)EPSG:[0-9]{4,6}")) {
      return stripped.toUpperCase(Locale.ROOT);
    }
    if (stripped.length() > MAX_CHARS) {
      throw new BadValueException("坐标系定义过长", "the definition of the CRS is too long");
    }
    Wkt root = Wkt.parse(stripped);
    if (root.named("COMPD_CS")) {
      root = root.child("PROJCS").orElse(root);
    }
    if (root.named("GEOGCS")) {
      return new CrsText(root, root).degrees();
    }
    Optional<Wkt> geographic = root.child("GEOGCS");
    if (!root.named("PROJCS") || geographic.isEmpty()) {
      throw new BadValueException(
          "坐标系定义“" + root.keyword() + "”看不懂；请用 --crs 注明",
          "a CRS that begins with " + root.keyword() + " is not understood; say --crs");
    }
    return new CrsText(root, geographic.get()).projected();
  }

  private String degrees() {
    Integer datum = datum();
    return datum == null ? rewritten() : "EPSG:" + datum;
  }

  private String projected() {
    if (webMercator()) {
      return "EPSG:3857";
    }
    String code = null;
    if (transverseMercator() && parameter("latitude_of_origin", 0) == 0 && inMetres()) {
      code = zone(String.valueOf(datum()));
    }
    return code == null ? rewritten() : code;
  }

  private @Nullable String zone(String datum) {
    double meridian = parameter("central_meridian", 0);
    double east = parameter("false_easting", 0);
    double north = parameter("false_northing", 0);
    double scale = parameter("scale_factor", 1);
    if (datum.equals("4326") && scale == 0.9996 && east == 500_000 && (meridian + 183) % 6 == 0) {
      int zone = (int) (meridian + 183) / 6;
      return north == 0
          ? "EPSG:" + (32600 + zone)
          : north == 10_000_000 ? "EPSG:" + (32700 + zone) : null;
    }
    if (!datum.equals("4490") || scale != 1 || north != 0 || meridian % 3 != 0) {
      return null;
    }
    return gaussKrueger((int) meridian, east);
  }

  /** A zone of CGCS2000, three or six degrees wide, by its meridian and false easting. */
  private static @Nullable String gaussKrueger(int meridian, double east) {
    if (meridian < 75 || meridian > 135) {
      return null;
    }
    if (east == 500_000) {
      return "EPSG:" + (4534 + (meridian - 75) / 3);
    }
    if (east == meridian / 3.0 * 1e6 + 500_000) {
      return "EPSG:" + (4513 + (meridian - 75) / 3);
    }
    int wide = (meridian + 3) / 6;
    return (meridian + 3) % 6 == 0 && east == wide * 1e6 + 500_000
        ? "EPSG:" + (4491 + wide - 13)
        : null;
  }

  private boolean webMercator() {
    String names = plain(root.name()) + " " + projection();
    return names.contains("pseudomercator")
        || names.contains("webmercator")
        || names.contains("auxiliarysphere");
  }

  private boolean transverseMercator() {
    return projection().equals("transversemercator") || projection().equals("gausskruger");
  }

  private String projection() {
    return root.child("PROJECTION").map(Wkt::name).map(CrsText::plain).orElse("");
  }

  private boolean inMetres() {
    return root.child("UNIT").map(u -> u.number(0, 1) == 1).orElse(true);
  }

  private double parameter(String name, double otherwise) {
    return root.children("PARAMETER").stream()
        .filter(p -> plain(p.name()).equals(plain(name)))
        .map(p -> p.number(0, otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  /** The code in degrees of the datum; null when it is none of the known ones. */
  private @Nullable Integer datum() {
    boolean greenwich = geographic.child("PRIMEM").map(p -> p.number(0, 0) == 0).orElse(true);
    double unit = geographic.child("UNIT").map(u -> u.number(0, 0)).orElse(0.0);
    if (!greenwich || Math.abs(unit - Math.PI / 180) > 1e-9) {
      return null;
    }
    // "World Geodetic System 1984 [EPSG ID 6326]" is one program's way of naming it.
    String name = geographic.child("DATUM").map(Wkt::name).orElse("").replaceAll("\\[.*", "");
    return DATUMS.get(plain(name).replaceFirst("^d(?=[a-z])(?!atum)", ""));
  }

  private String rewritten() {
    boolean shift = geographic.child("DATUM").flatMap(d -> d.child("TOWGS84")).isPresent();
    Integer datum = datum();
    if (datum == null && !shift) {
      String name = geographic.child("DATUM").map(Wkt::name).orElse("?");
      throw new BadValueException(
          "坐标系的基准面“" + name + "”与 WGS 84 的关系未知；请将数据转换到 CGCS2000，或用 --crs 注明",
          "how the datum '"
              + name
              + "' lies to WGS 84 is not known; convert the data to CGCS2000, or say --crs");
    }
    List<String> parts = new ArrayList<>();
    if (!root.equals(geographic)) {
      String method =
          projection().equals("gausskruger")
              ? "Transverse_Mercator"
              : root.child("PROJECTION").map(Wkt::name).orElse("");
      parts.add("PROJECTION[\"" + method + "\"]");
      root.children("PARAMETER").forEach(p -> parts.add(p.without("AUTHORITY").toString()));
      parts.add(
          root.child("UNIT")
              .map(u -> u.without("AUTHORITY"))
              .map(Wkt::toString)
              .orElse("UNIT[\"metre\",1]"));
    }
    String base = base(shift ? null : datum);
    return root.equals(geographic)
        ? base
        : "PROJCS[\"" + root.name() + "\"," + base + "," + String.join(",", parts) + "]";
  }

  /** The degrees underneath, with the code of their datum where its shift is the tables'. */
  private String base(@Nullable Integer datum) {
    StringBuilder base = new StringBuilder("GEOGCS[\"" + geographic.name() + "\",");
    geographic.child("DATUM").ifPresent(d -> base.append(d.without("AUTHORITY")).append(','));
    base.append("PRIMEM[\"Greenwich\",")
        .append(geographic.child("PRIMEM").map(p -> p.number(0, 0)).orElse(0.0))
        .append("],");
    base.append(
        geographic.child("UNIT").map(u -> u.without("AUTHORITY")).map(Wkt::toString).orElse(""));
    return base.append(datum == null ? "" : ",AUTHORITY[\"EPSG\",\"" + datum + "\"]")
        .append(']')
        .toString();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Whether degrees of this CRS are those of WGS 84 or CGCS2000. */
  public static boolean isDegrees(String crs) {
    return crs.equals(RawLayer.LON_LAT) || crs.equals(CGCS2000);
  }
}
