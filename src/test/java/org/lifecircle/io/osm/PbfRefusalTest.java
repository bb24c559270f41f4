package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lifecircle.io.osm.Refusals.readOrRefused;
import static org.lifecircle.io.osm.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.Fault;

class PbfRefusalTest {

  private static final PbfSketch PACKED = new PbfSketch(true, true);
  private static final PbfSketch RAW = new PbfSketch(true, false);

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] fileWith(byte[] block) {
    return join(PACKED.header("OsmSchema-V0.6"), block);
  }

  private static byte[] fileOf(PbfSketch.Fields block) {
    return fileWith(PbfSketch.block("OSMData", RAW.blob(PbfSketch.message(block))));
  }

  @ParameterizedTest
  @CsvSource({"HistoricalInformation, whole history", "OsmSchema-V0.7, needs 'OsmSchema-V0.7'"})
  void a_file_that_asks_for_what_is_not_known_is_refused(String feature, String reason) {
    Fault fault = refused(PACKED.header("DenseNodes", feature));

    assertTrue(fault.reason().en().contains(reason), fault.toString());
    assertEquals("byte 0", fault.pointer());
  }

  @ParameterizedTest
  @CsvSource({"4, lzma", "5, bzip2", "6, lz4", "7, zstd"})
  void a_packing_not_known_is_refused_by_name(int field, String name) {
    byte[] blob = PbfSketch.message(out -> out.writeByteArray(field, new byte[10]));
    byte[] file = fileWith(PbfSketch.block("OSMData", blob));

    assertTrue(refused(file).reason().en().contains(name), name);
  }

  @Test
  void a_yard_cut_anywhere_is_refused_or_whole_and_never_anything_else() {
    for (PbfSketch writer : new PbfSketch[] {PACKED, RAW}) {
      byte[] file = writer.file(OsmInputTest.yard());
      int header = writer.header("OsmSchema-V0.6", "DenseNodes").length;
      for (int length = 0; length < file.length; length++) {
        assertEquals(length == header, readOrRefused(file, length), "cut at " + length);
      }
      assertTrue(readOrRefused(file, file.length));
    }
  }

  @Test
  void a_cut_file_says_at_which_byte_it_ends() {
    byte[] file = PACKED.file(OsmInputTest.yard());

    Fault fault = refused(new ByteArrayInputStream(file, 0, file.length - 10), OsmLimits.USUAL);

    String end = "it ends at byte %d, 10 bytes too early".formatted(file.length - 10);
    assertTrue(fault.reason().en().startsWith(end), fault.toString());
  }

  @Test
  void lauf_cut_at_every_997th_byte_is_refused_or_read() throws IOException {
    byte[] lauf = Files.readAllBytes(Extracts.path(Extracts.LAUF));
    int step = Extracts.longRun() ? 997 : 9970;
    int refused = 0;

    for (int length = 0; length < lauf.length; length += step) {
      refused += readOrRefused(lauf, length) ? 0 : 1;
    }

    assertEquals((lauf.length + step - 1) / step, refused);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_flipped_byte_is_refused_or_read_and_never_anything_else(boolean zlib) {
    byte[] file = new PbfSketch(true, zlib).file(OsmInputTest.yard());
    flip(file, Extracts.longRun() ? 2_000 : 200, 20_261_123L);
  }

  @Test
  void a_flipped_byte_in_porto_alegre_is_refused_or_read() throws IOException {
    flip(
        Files.readAllBytes(Extracts.path(Extracts.PORTO_ALEGRE)), Extracts.longRun() ? 200 : 20, 7);
  }

  static void flip(byte[] file, int times, long seed) {
    Random random = new Random(seed);
    assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          for (int i = 0; i < times; i++) {
            byte[] flipped = file.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
              flipped[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
            }
            boolean unused = readOrRefused(flipped, flipped.length);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, (64 << 10) + 1, Integer.MAX_VALUE})
  void a_length_beyond_the_formats_bounds_is_refused_before_it_is_allocated(int claimed) {
    byte[] file =
        join(PACKED.header("DenseNodes"), ByteBuffer.allocate(20).putInt(claimed).array());

    Fault fault = refused(file);

    assertEquals("byte " + PACKED.header("DenseNodes").length, fault.pointer());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, (32 << 20) + 1, Integer.MAX_VALUE})
  void a_blob_beyond_the_formats_bounds_is_refused_before_it_is_allocated(int claimed) {
    byte[] header =
        PbfSketch.message(
            out -> {
              out.writeString(1, "OSMData");
              out.writeInt32(3, claimed);
            });
    byte[] block = ByteBuffer.allocate(4 + header.length).putInt(header.length).put(header).array();

    Fault fault = refused(fileWith(block));

    assertTrue(fault.reason().en().contains("claims " + claimed), fault.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1001, 32 << 20, Integer.MAX_VALUE, -1})
  void a_blob_that_lies_about_its_size_is_refused(int claimed) {
    byte[] blob =
        PbfSketch.message(
            out -> {
              out.writeInt32(2, claimed);
              out.writeByteArray(3, PbfSketch.deflate(new byte[1000]));
            });

    Fault fault = refused(fileWith(PbfSketch.block("OSMData", blob)));

    assertTrue(fault.reason().en().contains("claims to unpack to " + claimed), fault.toString());
  }

  @Test
  void blobs_that_unpack_to_a_thousand_times_their_size_are_refused() {
    byte[] zeros = PbfSketch.message(out -> out.writeByteArray(100, new byte[3 << 20]));
    byte[] block = PbfSketch.block("OSMData", PACKED.blob(zeros));

    assertTrue(refused(fileWith(block)).reason().en().contains("100 times its size"));
  }

  @Test
  void data_without_a_header_before_it_is_refused() {
    byte[] almost = PbfSketch.block("OSMHeaderX", RAW.blob(new byte[0]));
    byte[] data = PbfSketch.block("OSMData", RAW.blob(new byte[0]));

    assertTrue(refused(join(almost, data)).reason().en().contains("first block"));
  }

  @Test
  void a_tag_or_role_that_is_not_in_the_table_is_refused() {
    byte[] keys = {5};
    byte[] way =
        PbfSketch.message(
            out -> {
              out.writeInt64(1, 1);
              out.writeByteArray(2, keys);
              out.writeByteArray(3, keys);
            });

    Fault fault =
        refused(
            fileOf(out -> out.writeByteArray(2, PbfSketch.message(g -> g.writeByteArray(3, way)))));

    assertTrue(fault.reason().en().contains("string 5 of 0"), fault.toString());
  }

  @Test
  void groups_nested_a_million_deep_are_refused() {
    byte[] open = new byte[1_000_000];
    java.util.Arrays.fill(open, (byte) (9 << 3 | 3));
    byte[] file = fileWith(PbfSketch.block("OSMData", RAW.blob(open)));

    assertTrue(refused(file).reason().en().contains("cannot be decoded"));
  }

  @Test
  void a_position_beyond_all_numbers_is_refused() {
    byte[] node =
        PbfSketch.message(
            out -> {
              out.writeSInt64(1, 1);
              out.writeSInt64(8, Long.MAX_VALUE);
              out.writeSInt64(9, 0);
            });

    Fault fault =
        refused(
            fileOf(
                out -> out.writeByteArray(2, PbfSketch.message(g -> g.writeByteArray(1, node)))));

    assertTrue(fault.reason().en().contains("position out of all bounds"), fault.toString());
  }

  @Test
  void more_nodes_than_the_limit_are_refused() {
    OsmLimits usual = OsmLimits.USUAL;
    OsmLimits few =
        new OsmLimits(
            usual.fileBytes(),
            usual.unpackedBytes(),
            usual.ratio(),
            4,
            usual.ways(),
            usual.relations(),
            usual.references(),
            usual.tagChars(),
            usual.allTagChars(),
            usual.xmlDepth(),
            usual.xmlAttributes(),
            usual.xmlStepBytes());

    Fault fault = refused(new ByteArrayInputStream(PACKED.file(OsmInputTest.yard())), few);

    assertTrue(fault.reason().en().contains("more than 4 nodes"), fault.toString());
  }
}
