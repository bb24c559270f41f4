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
 * @param layers in any order
 * @param groups of the layer tree, from the top; the names people see
 * @param themes one map each
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
   * @param source of its features
   * @param dimension of its geometry
   * @param group the id of its group
   * @param variants of its style, the first of them worn at first; none where it has one style
   */
  public record Layer(
      String id,
      String look,
      String title,
      Source source,
      int dimension,
      String group,
      List<Variant> variants) {
    public Layer {
      if (id.length() <= 10) {
        throw new IllegalArgumentException(id + " is too short");
      }
      variants = List.copyOf(variants);
    }

    /** The name of the style worn in a theme. */
    String style(String variant) {
      boolean has = variants.stream().anyMatch(one -> one.title().equals(variant));
      return has ? variant : variants.isEmpty() ? USUAL_STYLE : variants.get(0).title();
    }
  }

  /**
   * A style that draws some features only.
   *
   * @param where expression of QGIS they meet
   */
  public record Variant(String title, String where) {}

  /** A group of layers. */
  public record Group(String id, String title, boolean shown) {}

  /**
   * A choice of layers with a name.
   *
   * @param printed whether it stands on paper, beside the others that do; two at most
   * @param variant of their style worn by the layers that have it
   */
  public record Theme(String title, boolean printed, List<String> layers, String variant) {
    public Theme {
      layers = List.copyOf(layers);
    }
  }

  static final String USUAL_STYLE = "default";

  /** What stands on paper. */
  List<Theme> printed() {
    return themes.stream().filter(Theme::printed).toList();
  }

  /** What is seen at first: things as they will be where there are two. */
  Theme opening() {
    List<Theme> printed = printed();
    return printed.get(printed.size() - 1);
  }

  public Project {
    view = new Envelope(view);
    layers = List.copyOf(layers);
    groups = List.copyOf(groups);
    themes = List.copyOf(themes);
  }
}
