package org.lifecircle.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;

/**
 * GeoTools' EPSG tables.
 *
 * <p>Always east or longitude first, whatever the authority says. Datum shifts are strict: where
 * the shift is not known GeoTools would offer a lenient transform that pretends there is none, and
 * nobody would see the error of a hundred metres. The one exception is WGS 84 and CGCS2000, which
 * are taken to be the same (they differ by decimetres).
 */
final class Epsg {

  private static final String FOLDER_PROPERTY = "EPSG-HSQL.directory";
  private static final Pattern CODE = Pattern.compile("EPSG:[0-9]{4,6}");
  private static final String CGCS2000 = "EPSG:4490";
  private static final Map<String, CoordinateReferenceSystem> KNOWN = new ConcurrentHashMap<>();
  // Held, because loggers are otherwise collected and forget their level.
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  static {
    PREFERENCES.setLevel(Level.WARNING); // else a first start announces its preference folder
    if (System.getProperty(FOLDER_PROPERTY) == null) {
      System.setProperty(FOLDER_PROPERTY, privateFolder().toString());
    }
  }

  private Epsg() {}

  /**
   * The CRS of a code such as {@code EPSG:4546}.
   *
   * @throws BadValueException if there is none
   */
  static CoordinateReferenceSystem decode(String code) {
    CoordinateReferenceSystem known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    if (!CODE.matcher(code).matches()) {
      throw new BadValueException(
          "“" + code + "”不是坐标系代码；请写成 EPSG:4546 这样",
          "'" + code + "' is not the code of a CRS; write it like EPSG:4546");
    }
    try {
      CoordinateReferenceSystem decoded = CRS.decode(code, true);
      KNOWN.put(code, decoded);
      return decoded;
    } catch (FactoryException e) {
      throw new BadValueException("EPSG 库中没有坐标系 " + code, "the EPSG tables know no CRS " + code);
    }
  }

  /**
   * From WGS 84 (or CGCS2000), longitude first, into this CRS.
   *
   * @throws BadValueException if the shift between the datums is not known
   */
  static MathTransform fromLonLat(String code) {
    if (isText(code)) {
      return fromLonLatText(code);
    }
    CoordinateReferenceSystem target = decode(code);
    try {
      return strictTransform(target);
    } catch (OperationNotFoundException e) {
      throw new BadValueException(
          code + " 的基准面与 WGS 84、CGCS2000 之间的转换参数未知；请先将数据转换到 CGCS2000",
          "how the datum of "
              + code
              + " lies to WGS 84 and CGCS2000 is not known; convert the data to CGCS2000 first");
    } catch (FactoryException e) {
      throw new BadValueException(
          "无法使用坐标系 " + code + ":" + e.getMessage(),
          "CRS " + code + " cannot be used: " + e.getMessage());
    }
  }

  /** The name of the datum, unless it is WGS 84 or CGCS2000. */
  static @Nullable String datumOf(String crs) {
    if (crs.equals(RawLayer.LON_LAT)) {
      return null;
    }
    try {
      CoordinateReferenceSystem known = isText(crs) ? CRS.parseWKT(crs) : decode(crs);
      CoordinateReferenceSystem base =
          known instanceof ProjectedCRS projected ? projected.getBaseCRS() : known;
      return isLonLat(base) ? null : base.getName().getCode();
    } catch (FactoryException e) {
      return null; // whoever transforms by it says what is wrong
    }
  }

  private static boolean isText(String crs) {
    return crs.startsWith("PROJCS[") || crs.startsWith("GEOGCS[");
  }

  /**
   * Into a CRS written out by {@link CrsText}. Where the degrees underneath have a code, the shift
   * between the datums is the tables', and only the projection is the text's.
   */
  private static MathTransform fromLonLatText(String text) {
    try {
      CoordinateReferenceSystem target = CRS.parseWKT(text);
      CoordinateReferenceSystem base =
          target instanceof ProjectedCRS projected ? projected.getBaseCRS() : target;
      String code = base.getIdentifiers().stream().map(Object::toString).findFirst().orElse("");
      if (code.isEmpty()) {
        return strictTransform(target); // it names its own shift
      }
      MathTransform shift = fromLonLat(code);
      if (!(target instanceof ProjectedCRS projected)) {
        return shift;
      }
      MathTransform projection = projected.getConversionFromBase().getMathTransform();
      return ConcatenatedTransform.create(shift, projection);
    } catch (FactoryException | IllegalArgumentException e) {
      if (e instanceof BadValueException bad) {
        throw bad;
      }
      throw new BadValueException(
          "无法使用文件中的坐标系定义；请将数据转换到 CGCS2000，或用 --crs 注明",
          "the CRS the file defines cannot be used; convert the data to CGCS2000, or say --crs");
    }
  }

  /** Whether the authority that keeps the CRS writes north before east, as maps of China do. */
  static boolean isNorthFirst(String code) {
    try {
      CoordinateReferenceSystem asKept = CRS.decode(code, false);
      return AxisDirection.NORTH.equals(asKept.getCoordinateSystem().getAxis(0).getDirection());
    } catch (FactoryException e) {
      throw new BadValueException("EPSG 库中没有坐标系 " + code, "the EPSG tables know no CRS " + code);
    }
  }

  /** Whether it is WGS 84 or CGCS2000, longitude first, so that nothing but projecting is to do. */
  static boolean isLonLat(CoordinateReferenceSystem crs) {
    return AxisDirection.EAST.equals(crs.getCoordinateSystem().getAxis(0).getDirection())
        && crs.getIdentifiers().stream()
            .map(Object::toString)
            .anyMatch(code -> code.equals(CGCS2000) || code.equals(RawLayer.LON_LAT));
  }

  private static MathTransform strictTransform(CoordinateReferenceSystem target)
      throws FactoryException {
    try {
      return CRS.findMathTransform(decode(RawLayer.LON_LAT), target, false);
    } catch (OperationNotFoundException e) {
      return CRS.findMathTransform(decode(CGCS2000), target, false);
    }
  }

  /**
   * GeoTools unpacks its tables to a folder with a fixed name below the temporary one, which the
   * first user of a machine then owns. Ours is in the user's own cache.
   */
  private static Path privateFolder() {
    try {
      return Files.createDirectories(cache().resolve("lifecircle").resolve("epsg"));
    } catch (IOException | SecurityException e) {
      return temporaryFolder();
    }
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg == null || xdg.isBlank()
        ? Path.of(System.getProperty("user.home", "."), ".cache")
        : Path.of(xdg);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("lifecircle-epsg");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the EPSG tables", e);
    }
  }
}
