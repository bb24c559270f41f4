package org.lifecircle.api;

import java.util.List;
import org.lifecircle.api.Answer.Bytes;
import org.lifecircle.api.TileGrid.Limits;
import org.lifecircle.io.mvt.Square;
import org.lifecircle.io.mvt.VectorTile;

/** A vector tile: of one collection, or of several as layers of one tile. */
final class Tile implements Endpoint {

  private final OpenArea area;
  private final TileSource source;

  Tile(OpenArea area) {
    this.area = area;
    source = new TileSource(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.VECTOR_TILE);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(source.choice());
  }

  @Override
  public boolean lasting() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    TileSource.requireGrid(question.path("tileMatrixSet"));
    List<Collection> collections = source.collections(question);
    int matrix = number(question.path("tileMatrix"));
    int row = number(question.path("tileRow"));
    int col = number(question.path("tileCol"));
    if (matrix < 0 || matrix > TileGrid.FINEST) {
      throw outside();
    }
    Limits limits = TileGrid.limits(matrix, source.extent());
    if (!limits.contain(row, col)) {
      throw outside();
    }
    Square square = TileGrid.square(matrix, row, col);
    VectorTile tile = new VectorTile(square);
    for (Collection collection : collections) {
      TileLayer.of(area, collection).addTo(tile, square);
    }
    return new Bytes(tile.bytes());
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static ProblemException outside() {
    return Problem.of(
            ProblemKind.UNKNOWN_TILE,
            "此处没有瓦片；范围见 tileMatrixSetLimits",
            "there is no tile here; tileMatrixSetLimits says where there are")
        .asException();
  }
}
