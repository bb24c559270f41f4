package org.lifecircle.freedspace;

import org.lifecircle.model.Text;

/** Why a kind cannot stand somewhere, in sentences. */
final class Refusals {

  private Refusals() {}

  static Text area(double squareMetres, double needed) {
    return new Text(
        "最大的矩形 " + whole(squareMetres) + " m²，需要 " + whole(needed) + " m²。",
        whole(squareMetres) + " m² of " + whole(needed) + " needed.");
  }

  static Text width(double metres, double needed) {
    return new Text(
        "宽 " + tenth(metres) + " m，需要 " + tenth(needed) + " m。",
        tenth(metres) + " m wide, " + tenth(needed) + " m needed.");
  }

  static Text noFrontage(double farthest, double squareMetres) {
    return new Text(
        "有 " + whole(squareMetres) + " m²，但 " + whole(farthest) + " m 内没有可直接连通的道路。",
        "No frontage: "
            + whole(squareMetres)
            + " m² there, but no path within "
            + whole(farthest)
            + " m that a strip could lead to.");
  }

  static Text share(double share, double needed) {
    return new Text(
        "只有 " + percent(share) + " 在新腾退可用的土地上，需要 " + percent(needed) + "。",
        percent(share) + " of it on newly usable ground, " + percent(needed) + " needed.");
  }

  static Text nowhere() {
    return new Text(
        "退让之外，新腾退的土地旁没有可建的地。", "Nothing near the newly usable ground is clear of all setbacks.");
  }

  static Text noPlace(double squareMetres, double widthMetres) {
    String area = whole(squareMetres);
    String width = tenth(widthMetres);
    return new Text(
        "退让之外，新腾退的土地上放不下 " + area + " m²、宽 " + width + " m 的矩形。",
        "No rectangle of "
            + area
            + " m², "
            + width
            + " m wide, fits on newly usable ground clear of all setbacks.");
  }

  private static String whole(double number) {
    return String.valueOf((long) Math.floor(number + 1e-6));
  }

  private static String tenth(double number) {
    return String.valueOf(Math.floor(number * 10 + 1e-6) / 10);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
