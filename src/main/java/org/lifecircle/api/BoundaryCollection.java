package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;

/** How far the area reaches, with what it says of itself: so an export can come in again. */
final class BoundaryCollection {

  private static final List<Column> COLUMNS =
      List.of("id", "name_zh", "name_en", "crs", "evidence", "standard", "imported_at", "files")
          .stream()
          .map(name -> new Column(name, String.class))
          .toList();

  private BoundaryCollection() {}

  static Collection of(OpenArea area) {
    return new Collection(
        RawLayer.BOUNDARY,
        new Text("范围", "Boundary"),
        new Text("研究范围，及其名称、坐标系与标准", "of the study area, with its name, CRS and standard"),
        COLUMNS,
        () -> {
          AreaProfile profile = area.area().profile();
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          values.put("name_zh", profile.name().zh());
          values.put("name_en", profile.name().en());
          values.put("crs", profile.crs());
          values.put("evidence", profile.evidence().code());
          values.put("standard", profile.standard());
          values.put("imported_at", area.stored().imported().at().toString());
          values.put("files", String.join(" / ", area.stored().imported().files()));
          return List.of(
              ResultCollections.found(profile.id(), area.area().boundary(), values, Map.of()));
        });
  }
}
