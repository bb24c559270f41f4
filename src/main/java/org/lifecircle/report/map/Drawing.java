package org.lifecircle.report.map;

import java.awt.Graphics2D;
import java.util.List;

/** Something to look at, of a fixed size in points: in a PDF lines and letters, else a picture. */
public interface Drawing {

  double widthPoints();

  double heightPoints();

  /** What it shows, for those who cannot see it. */
  String description();

  /** Draws it from the upper left corner, at (0, 0), in points. */
  void draw(Graphics2D graphics);

  /**
   * What it is drawn of, the lowest first, each as large as the whole. A part that several drawings
   * have is kept once in a document.
   */
  default List<Drawing> parts() {
    return List.of(this);
  }
}
