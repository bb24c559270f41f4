package org.lifecircle.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.api.TileGrid.Limits;
import org.lifecircle.io.mvt.Square;
import org.lifecircle.io.mvt.VectorTile;
import org.lifecircle.io.pmtiles.PmTilesWriter;
import org.lifecircle.io.pmtiles.PmTilesWriter.Contents;
import org.lifecircle.io.pmtiles.TileIds;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;

/** All vector tiles of an area in one file, for web maps without a server of ours. */
final class TileArchive implements Endpoint {

  private static final int USUAL_ZOOM = 16;
  private static final int MOST_TILES = 200_000;

  /** A tile, by its number. */
  private record Numbered(long id, int matrix, int row, int col) {}

  private final OpenArea area;
  private final TileSource source;
  private final Parameter<Integer> maxZoom =
      Parameters.integer(
              "max_zoom",
              new Text("最细一级；地图再放大时沿用这一级", "the finest level; maps that come nearer use it on"),
              0,
              TileGrid.FINEST)
          .or(USUAL_ZOOM);

  TileArchive(OpenArea area) {
    this.area = area;
    source = new TileSource(area, "layers");
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.TILE_ARCHIVE);
  }

  /** A file is a file, also for a browser. */
  @Override
  public List<Format> allFormats() {
    return formats();
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(source.choice(), maxZoom);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    List<Numbered> tiles = tiles(question.get(maxZoom));
    List<TileLayer> layers =
        source.collections(question).stream().map(one -> TileLayer.of(area, one)).toList();
    try {
      Path file = Files.createTempFile("lifecircle-export", "." + Format.TILE_ARCHIVE.code());
      try (PmTilesWriter writer = new PmTilesWriter(file)) {
        for (Numbered tile : tiles) {
          Square square = TileGrid.square(tile.matrix(), tile.row(), tile.col());
          VectorTile made = new VectorTile(square);
          layers.forEach(layer -> layer.addTo(made, square));
          writer.add(tile.id(), made.bytes());
        }
        writer.finish(contents(question));
        return new Download(file, name());
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Numbered> tiles(int finest) {
    List<Numbered> tiles = new ArrayList<>();
    for (int matrix = 0; matrix <= finest; matrix++) {
      Limits limits = TileGrid.limits(matrix, source.extent());
      long wide = limits.maxCol() - limits.minCol() + 1L;
      long high = limits.maxRow() - limits.minRow() + 1L;
      if (tiles.size() + wide * high > MOST_TILES) {
        throw Problem.badQuery(
                List.of(
                    Complaint.aboutQuery(
                        maxZoom.name(),
                        "到第 " + matrix + " 级时瓦片已超过 " + MOST_TILES + " 个，请取更小的值",
                        "down to level " + matrix + " there are over " + MOST_TILES + " tiles")))
            .asException();
      }
      for (int row = limits.minRow(); row <= limits.maxRow(); row++) {
        for (int col = limits.minCol(); col <= limits.maxCol(); col++) {
          tiles.add(new Numbered(TileIds.of(matrix, col, row), matrix, row, col));
        }
      }
    }
    tiles.sort(Comparator.comparingLong(Numbered::id));
    return tiles;
  }

  private Contents contents(Question question) {
    Map<String, Object> described = source.tileJson(question, question.url());
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", source.title(question));
    metadata.put("type", "overlay");
    metadata.put("version", area.version());
    if (area.area().profile().evidence() == Evidence.OSM) {
      metadata.put("attribution", LandingPage.OSM);
    }
    metadata.put("vector_layers", described.get("vector_layers"));
    Envelope box = source.degrees();
    return new Contents(
        0,
        question.get(maxZoom),
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY(),
        JsonText.of(metadata));
  }

  private String name() {
    OpenScenario scenario = area.scenario();
    String base = scenario == null ? area.id() : area.id() + "-" + scenario.kept().id();
    return base + "." + Format.TILE_ARCHIVE.code();
  }
}
