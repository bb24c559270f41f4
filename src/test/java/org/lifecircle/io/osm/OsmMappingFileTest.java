package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;

/** What people get wrong in a mapping is told with its place. */
class OsmMappingFileTest {

  private static final String MAPPING =
      """
      layers:
        walls:
          shapes: line
          columns:
            height_m: {tag: height, as: metres}
          rules:
            - {id: wall, when: {barrier: wall}, set: {kind: compound}}
            - {id: fence, when: {barrier: fence}, set: {kind: compound}}
        facilities:
          shapes: [point, polygon]
          rules:
            - {id: park, when: {leisure: park}, kind_by_area_m2: {0: pocket_park, 4000: park}}
      """;

  @TempDir private Path folder = Path.of("set by JUnit");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "walls:           | bushes:               | /layers/bushes                    | unknown layer",
        "height_m:        | hight_m:              | /layers/walls/columns/hight_m     | no such column",
        "as: metres       | as: feet              | /layers/walls/columns/height_m/as | not one of text",
        "set: {kind: compound}}\\n      - {id: fence | set: {sort: x}}\\n      - {id: fence | /layers/walls/rules/0/set/sort | no such column",
        "set: {kind: compound}}\\n      - {id: fence | set: {kind: compund}}\\n      - {id: fence | /layers/walls/rules/0 | not one of compound, retaining",
        "id: fence        | id: wall              | /layers/walls/rules/1/id          | there twice",
        "id: fence, when  | id: fence, wen        | /layers/walls/rules/1/when        | is missing",
        "barrier: fence   | 'barrier: []'         | /layers/walls/rules/1/when/barrier | a value is needed",
        "barrier: fence   | 'barrier: {like: [f]}' | /layers/walls/rules/1/when/barrier/like | unknown key",
        "shapes: line     | shapes: curve         | /layers/walls/shapes              | not one of point",
        "{0: pocket_park  | {small: pocket_park   | /layers/facilities/rules/0/kind_by_area_m2/small | square metres",
        "kind_by_area_m2: {0: pocket_park, 4000: park} | ignore: false | /layers/facilities/rules/0/kinds | have kinds"
      })
  void a_wrong_rule_is_refused_with_its_place(
      String right, String wrong, String pointer, String complaint) throws IOException {
    String from = right.replace("\\n", "\n");
    assertTrue(MAPPING.contains(from), from);
    Path file = folder.resolve("osm.yaml");
    Files.writeString(file, MAPPING.replace(from, wrong.replace("\\n", "\n")));

    List<Fault> faults =
        assertThrows(BadInputException.class, () -> OsmMapping.read(file)).faults();

    Fault fault =
        faults.stream()
            .filter(f -> f.pointer().equals(pointer))
            .findFirst()
            .orElseThrow(() -> new AssertionError(faults.toString()));
    assertEquals("osm.yaml", fault.file());
    assertTrue(fault.reason().en().contains(complaint), fault.reason().en());
  }
}
