package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;

/** A rectangle's sides in cells. */
record Shape(int wide, int high) {

  private static final int SHAPES = 4;

  /** From the square to the narrowest a kind allows, each lying and standing. */
  static List<Shape> of(Size size, double cellMetres) {
    List<Shape> shapes = new ArrayList<>();
    double narrow = size.widthMetres();
    double square = Math.max(narrow, Math.sqrt(size.areaSquareMetres()));
    for (int shape = 0; shape < SHAPES; shape++) {
      double width = square - (square - narrow) * shape / (SHAPES - 1);
      int across = (int) Math.ceil(width / cellMetres - 1e-9);
      double length = Math.max(width, size.areaSquareMetres() / (across * cellMetres));
      int along = (int) Math.ceil(length / cellMetres - 1e-9);
      shapes.add(new Shape(across, along));
      if (across != along) {
        shapes.add(new Shape(along, across));
      }
    }
    return shapes;
  }
}
