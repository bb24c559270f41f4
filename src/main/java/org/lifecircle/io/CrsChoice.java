package org.lifecircle.io;

import org.lifecircle.model.BadValueException;

/**
 * The CRS for a place when nobody names one: in China the CGCS2000 3-degree Gauss–Krüger zone
 * (EPSG:4534 to 4554, central meridians 75° to 135° E, no zone prefix), elsewhere the UTM zone.
 */
final class CrsChoice {

  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  private CrsChoice() {}

  static Projection of(double longitude, double latitude) {
    long zone = Math.round((longitude - FIRST_MERIDIAN) / 3);
    if (zone >= 0 && zone <= (LAST_MERIDIAN - FIRST_MERIDIAN) / 3) {
      Projection chinese = Projection.of("EPSG:" + (4534 + zone));
      // The tables know how far China reaches in each zone; its neighbours get UTM.
      if (chinese.areaOfUse().contains(longitude, latitude)) {
        return chinese;
      }
    }
    return Projection.of(utm(longitude, latitude));
  }

  private static String utm(double longitude, double latitude) {
    if (latitude > 84 || latitude < -80) {
      throw new BadValueException(
          "该纬度没有合适的投影", "no projection is known for a place so near the pole");
    }
    int zone = Math.min(60, (int) Math.floor((longitude + 180) / 6) + 1);
    return "EPSG:" + ((latitude >= 0 ? 32600 : 32700) + zone);
  }
}
