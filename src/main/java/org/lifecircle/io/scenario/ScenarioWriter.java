package org.lifecircle.io.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.io.geojson.GeoJsonPieces;
import org.lifecircle.model.Change;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Scenario;
import org.locationtech.jts.geom.Geometry;

/** Writes scenarios as the contract spells them; what {@link ScenarioReader} reads. */
public final class ScenarioWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Projection projection;

  /** For an area in the metres of this projection. */
  public ScenarioWriter(Projection projection) {
    this.projection = projection;
  }

  /** The members of a scenario: {@code id}, {@code name}, {@code changes}. */
  public Map<String, Object> members(Scenario scenario) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", scenario.id());
    members.put("name", scenario.name());
    members.put("changes", scenario.changes().stream().map(this::change).toList());
    return members;
  }

  /** As JSON text. */
  public String text(Scenario scenario) {
    try {
      return JSON.writeValueAsString(members(scenario));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text, numbers and lists can be written", e);
    }
  }

  private Map<String, @Nullable Object> change(Change change) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("type", change.type());
    if (change instanceof Change.Addition addition) {
      members.put("feature", feature(addition.layer(), addition.feature()));
    } else if (change instanceof Change.RetrofitLift lift) {
      members.put("entrance_id", lift.entranceId());
      members.put("lift", lift.lift().code());
    } else {
      members.put("id", change.id());
      if (change instanceof Change.MoveFacility move) {
        members.put("to", geometry(move.to()));
      }
    }
    return members;
  }

  private Map<String, Object> feature(Layer layer, Feature feature) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Columns.of(layer)
        .values(feature)
        .forEach(
            (name, value) -> {
              if (value != null) {
                properties.put(name, value);
              }
            });
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "Feature");
    members.put("id", feature.id());
    members.put("geometry", geometry(feature.geometry()));
    members.put("properties", properties);
    return members;
  }

  private Map<String, Object> geometry(Geometry metres) {
    return GeoJsonPieces.members(projection.toLonLat(metres));
  }
}
