package org.lifecircle.io.qgis;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * What a project shows.
 *
 * @param title of its maps
 * @param about one line of what the figures rest on
 * @param crs code of the CRS of its layers
 * @param definition of that CRS, as well-known text
 * @param view what is seen at first, in that CRS
 * @param layers of its GeoPackage, in any order
 * @param groups of the layer tree, from the top; the names people see
 * @param themes one map each; the first two stand beside each other on paper
 * @param language of legends
 */
public record Project(
    String title,
    String about,
    String crs,
    String definition,
    Envelope view,
    List<Layer> layers,
    List<Group> groups,
    List<Theme> themes,
    String language) {

  /**
   * A layer of the project.
   *
   * @param id unique; QGIS takes no more than ten characters for one that was lost
   * @param look the id of the layer whose style it wears
   * @param table in the GeoPackage
   * @param part whether the table has geometry of other dimensions too
   * @param dimension of its geometry
   * @param group the id of its group
   */
  public record Layer(
      String id,
      String look,
      String table,
      String title,
      boolean part,
      int dimension,
      String group) {
    public Layer {
      if (id.length() <= 10) {
        throw new IllegalArgumentException(id + " is too short");
      }
    }
  }

  /** A group of layers. */
  public record Group(String id, String title, boolean shown) {}

  /** A choice of layers with a name. */
  public record Theme(String title, List<String> layers) {
    public Theme {
      layers = List.copyOf(layers);
    }
  }

  /** What is seen at first: things as they will be where there are two. */
  Theme opening() {
    return themes.get(themes.size() > 1 ? 1 : 0);
  }

  public Project {
    view = new Envelope(view);
    layers = List.copyOf(layers);
    groups = List.copyOf(groups);
    themes = List.copyOf(themes);
  }
}
