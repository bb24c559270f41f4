package org.lifecircle.io.pmtiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.io.pmtiles.PmTilesWriter.Contents;

/**
 * Archives read back as the specification says, by a reader that shares nothing with the writer.
 */
class PmTilesWriterTest {

  @TempDir Path folder;

  /** The first ones are drawn in the specification; the last is an example of it. */
  @Test
  void tiles_are_numbered_as_the_specification_has_it() {
    assertEquals(0, TileIds.of(0, 0, 0));
    assertEquals(1, TileIds.of(1, 0, 0));
    assertEquals(2, TileIds.of(1, 0, 1));
    assertEquals(3, TileIds.of(1, 1, 1));
    assertEquals(4, TileIds.of(1, 1, 0));
    assertEquals(5, TileIds.of(2, 0, 0));
    assertEquals(19_078_479, TileIds.of(12, 3423, 1763));
  }

  @Test
  void neighbours_on_the_curve_are_neighbours_on_the_map() {
    Map<Long, int[]> byId = new TreeMap<>();
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 64; y++) {
        byId.put(TileIds.of(6, x, y), new int[] {x, y});
      }
    }
    assertEquals(64 * 64, byId.size());
    int[] before = null;
    for (int[] tile : byId.values()) {
      if (before != null) {
        assertEquals(1, Math.abs(tile[0] - before[0]) + Math.abs(tile[1] - before[1]));
      }
      before = tile;
    }
  }

  @Test
  void what_is_put_in_is_found_again_and_equal_tiles_are_kept_once() throws IOException {
    Map<Long, byte[]> tiles = new TreeMap<>();
    byte[] sea = {1, 2, 3};
    for (long id = 5; id < 400; id++) {
      tiles.put(id, id % 7 < 4 ? sea : new byte[] {(byte) id, (byte) (id >> 8), 9});
    }
    tiles.put(1_000_000_007L, sea);

    Archive archive = written(tiles);

    assertEquals(tiles.keySet(), archive.tiles.keySet());
    tiles.forEach((id, tile) -> assertArrayEquals(tile, archive.tiles.get(id)));
    assertEquals(tiles.size(), archive.addressed);
    Set<String> different = new HashSet<>();
    tiles.values().forEach(tile -> different.add(Arrays.toString(tile)));
    assertEquals(different.size(), archive.contents);
    assertTrue(archive.entries < tiles.size(), archive.entries + " entries");
    assertEquals("{\"name\":\"区\"}", archive.metadata);
  }

  @Test
  void many_tiles_have_leaf_directories_and_the_first_read_still_suffices() throws IOException {
    Map<Long, byte[]> tiles = new TreeMap<>();
    Random dice = new Random(3);
    long id = 0;
    for (int i = 0; i < 30_000; i++) {
      id += 1 + dice.nextInt(1 << dice.nextInt(12));
      byte[] tile = new byte[1 + dice.nextInt(40)];
      dice.nextBytes(tile);
      tiles.put(id, tile);
    }

    Archive archive = written(tiles);

    assertTrue(archive.leaves > 1, archive.leaves + " leaves");
    assertTrue(archive.rootEnd <= 16_384, archive.rootEnd + " bytes");
    assertEquals(tiles.keySet(), archive.tiles.keySet());
    tiles.forEach((key, tile) -> assertArrayEquals(tile, archive.tiles.get(key)));
  }

  @Test
  void tiles_out_of_order_are_refused_and_nothing_is_left_behind() throws IOException {
    Path file = folder.resolve("none.pmtiles");
    try (PmTilesWriter writer = new PmTilesWriter(file)) {
      writer.add(7, new byte[] {1});
      assertThrows(IllegalArgumentException.class, () -> writer.add(7, new byte[] {2}));
    }
    assertTrue(Files.notExists(file));
  }

  private Archive written(Map<Long, byte[]> tiles) throws IOException {
    Path file = folder.resolve("tiles.pmtiles");
    try (PmTilesWriter writer = new PmTilesWriter(file)) {
      for (Map.Entry<Long, byte[]> tile : tiles.entrySet()) {
        writer.add(tile.getKey(), tile.getValue());
      }
      writer.finish(new Contents(0, 16, 112.4, 34.6, 112.5, 34.7, "{\"name\":\"区\"}"));
    }
    return new Archive(Files.readAllBytes(file));
  }

  /** Reads an archive whole. */
  private static final class Archive {
    final Map<Long, byte[]> tiles = new TreeMap<>();
    final ByteBuffer bytes;
    final long addressed;
    final long entries;
    final long contents;
    final long rootEnd;
    final String metadata;
    int leaves;

    Archive(byte[] file) throws IOException {
      bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals("PMTiles", new String(file, 0, 7, StandardCharsets.US_ASCII));
      assertEquals(3, file[7]);
      rootEnd = bytes.getLong(8) + bytes.getLong(16);
      metadata = new String(unpacked(bytes.getLong(24), bytes.getLong(32)), StandardCharsets.UTF_8);
      addressed = bytes.getLong(72);
      entries = bytes.getLong(80);
      contents = bytes.getLong(88);
      assertEquals(1, file[96]);
      assertEquals(1, file[99]);
      assertEquals(16, file[101]);
      assertEquals(1_124_000_000, bytes.getInt(102));
      assertEquals(347_000_000, bytes.getInt(114));
      assertEquals(file.length, bytes.getLong(56) + bytes.getLong(64));
      directory(unpacked(bytes.getLong(8), bytes.getLong(16)));
    }

    private byte[] unpacked(long from, long length) throws IOException {
      byte[] packed = Arrays.copyOfRange(bytes.array(), (int) from, (int) (from + length));
      return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private void directory(byte[] plain) throws IOException {
      ByteArrayInputStream in = new ByteArrayInputStream(plain);
      int n = (int) number(in);
      long[][] columns = new long[4][n];
      for (long[] column : columns) {
        for (int i = 0; i < n; i++) {
          column[i] = number(in);
        }
      }
      assertEquals(0, in.available());
      long id = 0;
      long end = 0;
      for (int i = 0; i < n; i++) {
        id += columns[0][i];
        long run = columns[1][i];
        long offset = columns[3][i] == 0 ? end : columns[3][i] - 1;
        end = offset + columns[2][i];
        if (run == 0) {
          leaves++;
          directory(unpacked(bytes.getLong(40) + offset, columns[2][i]));
        }
        for (long k = 0; k < run; k++) {
          tiles.put(id + k, unpacked(bytes.getLong(56) + offset, columns[2][i]));
        }
      }
    }

    private static long number(ByteArrayInputStream in) {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        int b = in.read();
        assertTrue(b >= 0);
        number |= (long) (b & 0x7f) << shift;
        if (b < 0x80) {
          return number;
        }
      }
    }
  }
}
