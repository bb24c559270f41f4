package org.lifecircle.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Imported;
import org.lifecircle.store.StoredArea;

/** Makes an older dataset version the current one, by keeping it again: nothing is ever lost. */
final class VersionDesk {

  private final OpenAreas areas;
  private final Gate gate;

  VersionDesk(OpenAreas areas) {
    this.areas = areas;
    this.gate = new Gate(1, 8, areas.settings().requestSeconds());
  }

  /** {@code POST /areas/{area}/versions/{version}/restore}. */
  void restore(Context context) {
    String area = context.pathParam("area");
    Versions versions = new Versions(areas.workspace());
    DatasetVersion old = versions.require(area, context.pathParam("version"));
    DatasetVersion current =
        gate.pass(
            () -> {
              if (old.equals(versions.all(area).get(0))) {
                return old; // asked twice, or there is nothing to go back from
              }
              StoredArea stored = versions.read(old);
              List<String> from = List.of("versions/" + old.file().getFileName());
              Imported imported = new Imported(Instant.now(), from);
              return areas.workspace().add(stored.area(), stored.crs(), imported);
            });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("dataset_version", String.valueOf(current.number()));
    json.put("restored", String.valueOf(old.number()));
    context.status(current.equals(old) ? 200 : 201);
    context.header("Location", context.url().replaceFirst("/versions/[^/]*/restore/?$", ""));
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }
}
