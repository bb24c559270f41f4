package org.lifecircle.io.policy;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AreaRange;

/** A row of the facility catalogue, read on its own and not by the product. */
record CatalogueRow(List<String> header, List<String> cells) {

  static List<CatalogueRow> all() throws IOException {
    List<String> lines = Files.readAllLines(file());
    List<String> header = cells(lines.get(0));
    return lines.stream().skip(1).map(line -> new CatalogueRow(header, cells(line))).toList();
  }

  String code() {
    return text("code");
  }

  String text(String column) {
    return cells.get(header.indexOf(column));
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  @Nullable Double number(String column) {
    return has(column) ? Double.valueOf(text(column)) : null;
  }

  AreaRange area(String of) {
    return new AreaRange(number("min_" + of + "_area_m2"), number("max_" + of + "_area_m2"));
  }

  private static Path file() {
    String given = System.getProperty("lifecircle.shared", System.getenv("LIFECIRCLE_SHARED"));
    Path beside = Path.of(System.getProperty("lifecircle.home", "."), "..", "shared");
    Path shared = given == null ? beside : Path.of(given);
    Path file = shared.resolve("domain").resolve("facility_catalogue.csv");
    if (!Files.exists(file)) {
      String message = file + " is absent; set LIFECIRCLE_SHARED to the folder that holds domain/";
      assertNotEquals("true", System.getenv("CI"), message);
      assumeTrue(false, message);
    }
    return file;
  }

  /** Commas within double quotes are part of a cell. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      cells.add(cell.replaceAll("^\"|\"$", ""));
    }
    return cells;
  }
}
