package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt, and good files damaged at random, read with little memory. */
class HostileFilesTest {

  @TempDir Path work;
  private Path corpus;

  @BeforeEach
  void makeRoom() throws IOException {
    corpus = Files.createDirectory(work.resolve("corpus"));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = corpus.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Each entry is its text, so many times. */
  private static byte[] zip(Map<String, String> entries, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        byte[] text = entry.getValue().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
          zip.write(text);
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private Map<String, String> outcomes() throws IOException, InterruptedException {
    Map<String, String> outcomes = new TreeMap<>();
    for (String line : MessyFilesTest.outcomes(corpus, work)) {
      String[] parts = line.split(" \\| ", 2);
      outcomes.put(parts[0], parts[1]);
    }
    return outcomes;
  }

  @Test
  void what_is_made_to_hurt_is_refused_with_the_reason() throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    String megabyte = " ".repeat(1 << 20);
    write("bomb.zip", zip(Map.of("a.geojson", megabyte), 300));
    expected.put("bomb.zip", "it unpacks to more than is allowed");
    write("slip.zip", zip(Map.of("../../../slip.geojson", "{}"), 1));
    expected.put("slip.zip", "points out of it");
    write("inside.zip", zip(Map.of("a.txt", "x"), 1));
    expected.put("inside.zip", "no file in the ZIP that could be read");
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 600; i++) {
      many.put(i + ".csv", "a");
    }
    write("many.zip", zip(many, 1));
    expected.put("many.zip", "too many files (600); at most 500");
    write("cut.zip", java.util.Arrays.copyOf(zip(Map.of("a.csv", "id,lon,lat"), 1), 40));
    expected.put("cut.zip", "damaged, encrypted or cut off");
    Map<String, String> workbook = new LinkedHashMap<>();
    workbook.put(
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='i'/></sheets></workbook>");
    workbook.put("xl/_rels/workbook.xml.rels", "<R><Relationship Id='i' Target='s.xml'/></R>");
    workbook.put(
        "xl/sharedStrings.xml",
        "<sst>"
            + "<si><t>%s</t></si>".formatted(megabyte.substring(0, 60_000)).repeat(2000)
            + "</sst>");
    write("bomb.xlsx", zip(workbook, 1));
    expected.put("bomb.xlsx", "its texts are more than 20 times the size of the file");
    write("laughs.kml", "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><kml>&c;</kml>");
    expected.put("laughs.kml", "DOCTYPE");
    write("deep.kml", "<kml>" + "<Folder>".repeat(100_000));
    expected.put("deep.kml", "nest deeper than 64");
    write("comment.kml", "<kml><!--" + megabyte.repeat(8) + "--></kml>");
    expected.put("comment.kml", "longer than 4 MB");
    write("deep.geojson", "{\"a\":" + "[".repeat(1_000_000));
    expected.put("deep.geojson", "over a limit");
    write("deep.csv", "id,wkt\n1,\"" + "GEOMETRYCOLLECTION(".repeat(50_000) + "\"\n");
    expected.put("deep.csv", "nested deeper than 8");
    write("quote.csv", "id,lon,lat\n1,\"" + megabyte.repeat(3));
    expected.put("quote.csv", "too many vertices");
    write("line.dxf", "0\nSECTION\n2\nENTITIES\n0\n" + megabyte);
    expected.put("line.dxf", "a text is too long");
    write(
        "endless.dxf",
        "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n" + "10\n1\n20\n1\n".repeat(900_000));
    expected.put("endless.dxf", "too many vertices");
    write("claims.shp", claims());
    expected.put("claims.shp", "it claims more parts or points than it has bytes for");
    write("claims.fgb", fgb());
    expected.put("claims.fgb", "cut off or damaged");
    write("empty.gpkg", "");
    expected.put("empty.gpkg", "the file is empty");
    write("text.gpkg", "SQLite format 3\0 and then nothing of the kind");
    expected.put("text.gpkg", "no GeoPackage, or a damaged one");
    write("plan.dwg", "AC1032 and more");
    expected.put("plan.dwg", "save it from your CAD as ASCII DXF");
    write("old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
    expected.put("old.xls", "save it as .xlsx");

    Map<String, String> outcomes = outcomes();

    expected.forEach(
        (file, reason) -> {
          String outcome = String.valueOf(outcomes.get(file));
          assertTrue(outcome.startsWith("refused"), file + ": " + outcome);
          assertTrue(outcome.contains(reason), file + ": " + outcome);
        });
    assertEquals(expected.keySet().size(), outcomes.size());
    assertTrue(Files.notExists(work.resolve("slip.geojson")));
  }

  private static byte[] claims() {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    bytes.putInt(0, 9994).putInt(24, 2048).putInt(100, 1).putInt(104, (4096 - 108) / 2);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5).putInt(108, 5);
    bytes.putInt(108 + 36, 1 << 30).putInt(108 + 40, 1 << 30);
    return bytes.array();
  }

  /** A header whose tables point out of it. */
  private static byte[] fgb() {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 0}).putInt(40).putInt(0x7fffffff);
    return bytes.array();
  }

  /**
   * Good files of every format with some bytes changed, or cut off: whatever it is then, it is
   * imported or refused, and the process lives on.
   */
  @Test
  void good_files_damaged_at_random_do_no_harm() throws Exception {
    Path messy = Shared.folder("data").resolve("messy");
    List<String> good =
        List.of(
            "goat/layers/valid/point/valid.gpkg",
            "goat/layers/valid/polygon/valid.zip",
            "goat/layers/valid/point/valid.kml",
            "goat/layers/valid/no_geometry/valid.xlsx",
            "mapshaper/kml/Albania.kmz",
            "mapshaper/issues/125/openring.json",
            "mapshaper/shapefile/polygons.shp",
            "mapshaper/shapefile/shplib/multipnt.shp",
            "h2gis/dbf/null_values.dbf",
            "mapshaper/features/zip/points.zip",
            "h2gis/fgb/countries.fgb");
    Random random = new Random(20261125);
    int rounds = Boolean.getBoolean("lifecircle.long") ? 60 : 6;
    for (String name : good) {
      byte[] bytes = Files.readAllBytes(messy.resolve(name));
      for (int round = 0; round < rounds; round++) {
        String ending = name.substring(name.lastIndexOf('.'));
        write(round + "-" + name.hashCode() + ending, damaged(bytes, random));
      }
    }

    Map<String, String> outcomes = outcomes();

    assertEquals(good.size() * rounds, outcomes.size());
    outcomes.forEach(
        (file, outcome) ->
            assertTrue(outcome.matches("(imported|refused).*"), file + ": " + outcome));
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(20);
    // Heads hold the counts and offsets; half of the changes are there.
    for (int i = 0; i < changes; i++) {
      int room = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
      bytes[random.nextInt(room)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
    }
    boolean cut = random.nextInt(3) == 0;
    return cut ? java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
  }
}
