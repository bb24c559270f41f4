package org.lifecircle.report.map;

import java.util.List;
import java.util.Map;
import org.lifecircle.model.Requirement;

/** Maps of who is covered, one for each requirement. */
public final class CoverageMaps {

  private final MapView view;
  private final AreaLayers layers;
  private final SmallMap.Part ground;
  private final SmallMap.Part walls;
  private final Typeface typeface;
  private final Palette palette;

  CoverageMaps(
      MapView view,
      AreaLayers layers,
      SmallMap.Part ground,
      SmallMap.Part walls,
      Typeface typeface,
      Palette palette) {
    this.view = view;
    this.layers = layers;
    this.ground = ground;
    this.walls = walls;
    this.typeface = typeface;
    this.palette = palette;
  }

  /** Buildings by whether a requirement reaches their people, and what they walk to. */
  public Drawing of(
      Requirement requirement,
      Map<String, Double> sharesOfBuildings,
      String title,
      String figures,
      String description) {
    MapLayer buildings =
        layers.buildings(
            building -> {
              Double share = sharesOfBuildings.get(building.id());
              return share == null ? null : palette.share(share);
            });
    MapLayer facilities =
        layers.facilities(requirement.accepts(), palette.colour("facilities.education"));
    return new SmallMap(
        view,
        ground,
        List.of(buildings),
        walls,
        List.of(facilities),
        typeface.settable(title),
        figures,
        description,
        typeface,
        palette);
  }
}
