package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** The grids tiles are laid out in: one of them, or the list. */
final class TileGrids implements Endpoint {

  TileGrids(OpenArea area) {}

  @Override
  public Answer answer(Question question) {
    if (question.has("tileMatrixSet")) {
      TileSource.requireGrid(question.path("tileMatrixSet"));
      return new Document(TileGrid.json());
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", TileGrid.ID);
    one.put("title", TileGrid.ID);
    one.put("uri", TileGrid.URI);
    one.put("crs", TileGrid.CRS);
    one.put("links", List.of(Links.json("self", question.url() + "/" + TileGrid.ID, TileGrid.ID)));
    return new Document(Map.of("tileMatrixSets", List.of(one)));
  }
}
