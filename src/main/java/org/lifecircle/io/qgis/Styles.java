package org.lifecircle.io.qgis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.BadInputException;

/** How every layer looks, as {@code config/styles} says. */
public final class Styles {

  private final Palette palette;
  private final Map<String, LayerLook> looks;

  private Styles(Palette palette, List<LayerLook> looks) {
    this.palette = palette;
    this.looks = new LinkedHashMap<>();
    looks.forEach(look -> this.looks.put(look.id(), look));
  }

  /**
   * The styles in a folder.
   *
   * @throws BadInputException with every fault of its files
   * @throws IOException if the disk fails
   */
  public static Styles read(Path folder) throws IOException {
    Palette palette = Palette.read(folder.resolve("palette.json"));
    LookReader reader = new LookReader(palette);
    return new Styles(palette, PolicyYaml.read(folder.resolve("layers.yaml"), reader::looks));
  }

  /** The colours. */
  public Palette palette() {
    return palette;
  }

  /** Changes whenever a look or a colour does. */
  public String fingerprint() {
    return Integer.toHexString((looks.toString() + new String(palette.json(), UTF_8)).hashCode());
  }

  /** All looks, the uppermost layer first. */
  List<LayerLook> looks() {
    return List.copyOf(looks.values());
  }

  /** The group of a project's layers a layer stands in, if it has a look. */
  public Optional<String> group(String layer) {
    return findLook(layer).map(LayerLook::group);
  }

  /** Whether a layer is shown when nobody has said so. */
  public boolean isShown(String layer) {
    return findLook(layer).map(LayerLook::shown).orElse(false);
  }

  Optional<LayerLook> findLook(String layer) {
    return Optional.ofNullable(looks.get(layer));
  }

  /**
   * The style of a layer as QGIS keeps it beside a table, if it has one.
   *
   * @param dimension of its geometries: 0, 1 or 2
   * @param language of the legend
   */
  public Optional<String> style(String layer, int dimension, String language) {
    return findLook(layer)
        .map(look -> new StyleXml(look, Symbol.Kind.ofDimension(dimension), language).document());
  }
}
