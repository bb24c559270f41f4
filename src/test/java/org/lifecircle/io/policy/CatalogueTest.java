package org.lifecircle.io.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;

/** The standards say what the facility catalogue says, row by row, and claim no more certainty. */
class CatalogueTest {

  /** Two rows of which one or the other will do are one requirement. */
  private static final List<String> FRESH_FOOD = List.of("wet_market", "fresh_supermarket");

  private List<CatalogueRow> rows = List.of();
  private @Nullable Standard national;
  private @Nullable Standard community;

  @BeforeEach
  void read() throws IOException {
    rows = CatalogueRow.all();
    national = PolicyFiles.standard(Config.file("standards/gb50180-2018.yaml"));
    community = PolicyFiles.standard(Config.file("standards/complete-community-2020.yaml"));
  }

  @Test
  void every_row_is_a_requirement_of_the_same_tier_and_obligation() {
    assertEquals(86, rows.size());
    for (CatalogueRow row : rows) {
      Requirement requirement = requirement(row);

      assertEquals(row.text("circle"), requirement.tier().code(), row.code());
      assertEquals(row.text("required"), requirement.obligation().code(), row.code());
    }
  }

  @Test
  void every_radius_is_the_catalogues_and_where_it_has_none_the_tiers() {
    for (CatalogueRow row : rows) {
      Requirement requirement = requirement(row);
      Integer metres = requirement.limit().metres();

      if (row.has("service_radius_m")) {
        assertEquals(row.text("service_radius_m"), String.valueOf(metres), row.code());
        assertEquals(LimitFrom.OWN, requirement.limit().from(), row.code());
      } else if (requirement.judgedBy() == JudgedBy.WALK) {
        assertEquals(usualMetres(row.text("circle")), metres, row.code());
        assertEquals(LimitFrom.TIER, requirement.limit().from(), row.code());
      } else {
        assertEquals(LimitFrom.NONE, requirement.limit().from(), row.code());
      }
    }
  }

  @Test
  void every_area_is_the_catalogues() {
    for (CatalogueRow row : rows) {
      Requirement requirement = requirement(row);
      FacilityKind kind = kind(row, requirement);
      if (requirement.minimum().landAreaSquareMetres() != null) {
        assertEquals(
            row.number("min_land_area_m2"),
            requirement.minimum().landAreaSquareMetres(),
            row.code());
      } else if (!row.code()
          .equals("heat_station")) { // its kind has the size of practice, a later row
        assertEquals(row.area("building"), kind.floorArea(), row.code());
        assertEquals(row.area("land"), kind.landArea(), row.code());
      }
    }
  }

  @Test
  void nothing_is_called_verified_that_the_catalogue_does_not_call_so() {
    for (CatalogueRow row : rows) {
      Requirement requirement = requirement(row);

      assertEquals(row.text("confidence"), requirement.provenance().mark().code(), row.code());
      assertEquals(
          row.text("confidence").equals("verified"),
          requirement.provenance().verified(),
          row.code());
      assertEquals(row.text("source"), requirement.provenance().source(), row.code());
    }
  }

  @Test
  void a_row_that_names_a_kind_gives_it_its_names_and_its_mark() {
    int named = 0;
    for (CatalogueRow row : rows) {
      if (gb().findKind(row.code()).isPresent() && !row.code().equals("heat_station")) {
        FacilityKind kind = gb().kind(row.code());
        named++;

        assertEquals(row.text("name_zh"), kind.name().zh());
        assertEquals(row.text("name_en"), kind.name().en());
        assertEquals(row.text("confidence"), kind.provenance().mark().code(), row.code());
      }
    }
    assertTrue(named > 50, named + " kinds");
  }

  private Requirement requirement(CatalogueRow row) {
    String id = FRESH_FOOD.contains(row.code()) ? "fresh_food" : row.code();
    Requirement requirement = standard(row).requirement(id);
    assertTrue(id.equals(row.code()) || requirement.acceptsKind(row.code()), row.code());
    return requirement;
  }

  private FacilityKind kind(CatalogueRow row, Requirement requirement) {
    return standard(row)
        .kind(requirement.acceptsKind(row.code()) ? row.code() : requirement.accepts().get(0));
  }

  private Standard standard(CatalogueRow row) {
    boolean ofCommunity = row.code().startsWith("cc_") || row.code().equals("embedded_complex");
    return ofCommunity && community != null ? community : gb();
  }

  private Standard gb() {
    if (national == null) {
      throw new AssertionError("read first");
    }
    return national;
  }

  private static int usualMetres(String tier) {
    return switch (tier) {
      case "5" -> 300;
      case "10" -> 500;
      case "15" -> 1000;
      default -> throw new AssertionError("a block has no usual metres");
    };
  }
}
