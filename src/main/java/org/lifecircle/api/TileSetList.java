package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** The sets of tiles of an area or of a collection: there is one, of the grid of web maps. */
final class TileSetList implements Endpoint {

  private final TileSource source;

  TileSetList(OpenArea area) {
    source = new TileSource(area);
  }

  @Override
  public Answer answer(Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    String title = source.title(question);
    json.put("title", title);
    json.put("links", List.of(Links.json("self", question.url(), title)));
    json.put("tilesets", List.of(source.tileSet(question, question.url())));
    return new Document(json);
  }
}
