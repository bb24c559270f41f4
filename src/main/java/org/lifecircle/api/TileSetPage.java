package org.lifecircle.api;

import java.util.List;
import org.lifecircle.api.Answer.Document;

/** A set of tiles: where they are, and what is in them. */
final class TileSetPage implements Endpoint {

  private final TileSource source;

  TileSetPage(OpenArea area) {
    source = new TileSource(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.TILEJSON);
  }

  @Override
  public Answer answer(Question question) {
    TileSource.requireGrid(question.path("tileMatrixSet"));
    String url = question.url();
    return new Document(
        question.format() == Format.TILEJSON
            ? source.tileJson(question, url)
            : source.tileSet(question, url.substring(0, url.lastIndexOf('/'))));
  }
}
