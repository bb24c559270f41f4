package org.lifecircle.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lifecircle.store.DatasetVersion;

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
    String old = context.pathParam("version");
    Versions versions = new Versions(areas.workspace());
    versions.require(area, old); // before it has to wait
    DatasetVersion current = gate.pass(() -> versions.restore(area, old));
    String number = String.valueOf(current.number());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("dataset_version", number);
    json.put("restored", old);
    context.status(number.equals(old) ? 200 : 201);
    context.header("Location", context.url().replaceFirst("/versions/[^/]*/restore/?$", ""));
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }
}
