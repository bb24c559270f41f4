package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library that web maps read such archives with finds the very tiles of the server in ours. */
@ExtendWith(MapPage.Opened.class)
class TileArchiveTest {

  private static final String COMPARE =
      """
      ;return (async () => {
        const base = '/areas/xigong';
        const layers = 'buildings,walls,gates';
        const answer = await fetch(`${base}/export.pmtiles?layers=${layers}&max_zoom=16`);
        const file = new File([await answer.arrayBuffer()], 'xigong.pmtiles');
        const archive = new pmtiles.PMTiles(new pmtiles.FileSource(file));
        const header = await archive.getHeader();
        const metadata = await archive.getMetadata();
        const wrong = [];
        let compared = 0;
        for (const limits of (await (await fetch(`${base}/tiles/WebMercatorQuad?f=json`)).json()).tileMatrixSetLimits) {
          const z = Number(limits.tileMatrix);
          if (z > 16) continue;
          for (let y = limits.minTileRow; y <= limits.maxTileRow; y++) {
            for (let x = limits.minTileCol; x <= limits.maxTileCol; x++) {
              const address = `${base}/tiles/WebMercatorQuad/${z}/${y}/${x}?f=mvt&collections=${layers}`;
              const served = new Uint8Array(await (await fetch(address)).arrayBuffer());
              const kept = await archive.getZxy(z, x, y);
              const bytes = kept ? new Uint8Array(kept.data) : new Uint8Array(0);
              compared += bytes.length > 0 ? 1 : 0;
              if (bytes.length !== served.length || bytes.some((b, i) => b !== served[i])) {
                wrong.push(`${z}/${x}/${y}: ${bytes.length} and ${served.length}`);
              }
            }
          }
        }
        return {
          wrong, compared, minZoom: header.minZoom, maxZoom: header.maxZoom, type: header.tileType,
          layers: metadata.vector_layers.map((layer) => layer.id).join(),
          inside: header.minLon < 112.43 && header.maxLon > 112.43 && header.minLat < 34.67 && header.maxLat > 34.67,
        };
      })();
      """;

  private final Browser browser;
  private final MapPage page;

  TileArchiveTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @Test
  void every_tile_of_the_demo_is_in_its_archive() throws IOException {
    String library = Files.readString(Shared.folder("vendor/pmtiles-4.5.0").resolve("pmtiles.js"));
    page.look("");

    @SuppressWarnings("unchecked")
    Map<String, Object> found = (Map<String, Object>) browser.run(library + "\n" + COMPARE);

    assertEquals(List.of(), found.get("wrong"));
    assertTrue(found.get("compared") instanceof Long n && n > 20, found.toString());
    assertEquals(16L, found.get("maxZoom"));
    assertEquals(0L, found.get("minZoom"));
    assertEquals(1L, found.get("type"));
    assertEquals(true, found.get("inside"));
    assertEquals("buildings,gates,walls", sorted(String.valueOf(found.get("layers"))));
  }

  private static String sorted(String layers) {
    return String.join(",", Stream.of(layers.split(",")).sorted().toList());
  }
}
