package org.lifecircle.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.Wall;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.Quotation;
import org.lifecircle.model.programme.Removed;
import org.lifecircle.model.programme.Work;

/** The ledger of the demo, its definitions counted again by hand, and the newspaper's figures. */
class LedgerTest {

  private static final LocalDate BEFORE = LocalDate.of(2021, 1, 1);
  private static final LocalDate AFTER = LocalDate.of(2022, 12, 31);
  private static final LocalDate LATER = LocalDate.of(2023, 7, 1);

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static DemoProgramme demo;

  @BeforeAll
  static void read() {
    demo = new DemoProgramme();
  }

  private static Ledger ledger(Programme programme, LocalDate day) {
    return new Ledger(demo.area(), programme, demo, day);
  }

  private static LedgerFigure figure(List<LedgerFigure> figures, Figure figure) {
    return figures.stream().filter(f -> f.figure() == figure).findFirst().orElseThrow();
  }

  private static double value(List<LedgerFigure> figures, Figure figure) {
    Double value = figure(figures, figure).value();
    if (value == null) {
      throw new AssertionError(figure + " has no value");
    }
    return value;
  }

  @Test
  void the_28_figures_of_the_newspaper_are_there_each_with_its_quotation() {
    List<Quotation> quotations = Rulebook.shipped().quotations();

    assertEquals(28, Figure.values().length);
    assertEquals(
        quotations.stream().map(Quotation::figure).toList(),
        List.of(Figure.values()).stream().map(Figure::code).toList());
  }

  @Test
  void xigongdis_records_give_the_newspapers_figures_by_computation() {
    List<LedgerFigure> figures = ledger(demo.programme(), AFTER).figures();

    Set<Figure> held = EnumSet.noneOf(Figure.class);
    for (Figure figure : EnumSet.range(Figure.CASE_OWNER_UNITS, Figure.FEES_CLUB_MEMBERS)) {
      Quotation quoted = Rulebook.shipped().findQuotation(figure.code()).orElseThrow();
      Double from = quoted.from();
      Double below = quoted.below();
      if (from != null && below != null) {
        double value = value(figures, figure);
        assertTrue(value >= from && value < below, figure + " = " + value + ", not " + quoted);
        held.add(figure);
      }
    }
    assertEquals(14, held.size());
    LedgerFigure lane = figure(figures, Figure.CASE_LANE_M);
    assertEquals(2.0, lane.before() == null ? 0 : lane.before(), 0.002);
    assertEquals("1970–1986", figure(figures, Figure.CASE_BUILT_YEARS).text());
    assertEquals("2021-06-15", figure(figures, Figure.FEES_WORKS_STARTED).text());
    Double paid = figure(figures, Figure.FEES_HOUSEHOLD_RATE).before();
    assertTrue(paid != null && paid < 0.3, "under 30 % before");
  }

  @Test
  void nothing_had_happened_before_the_works() {
    List<LedgerFigure> figures = ledger(demo.programme(), BEFORE).figures();

    for (Figure figure : Figure.values()) {
      Double value = figure(figures, figure).value();
      boolean older =
          Set.of(
                  Figure.BRANCHES,
                  Figure.BRANCH_PLACES,
                  Figure.FEES_HOUSEHOLD_RATE,
                  Figure.FEES_PER_MONTH_YUAN)
              .contains(figure);
      assertTrue(older || value == null || value == 0, figure + " = " + value);
    }
  }

  @Test
  void walls_and_structures_are_those_the_records_name_measured_on_the_map() {
    double metres = 0;
    double squareMetres = 0;
    for (Work work : demo.programme().all(Work.class)) {
      for (Removed removed : work.items().stream().flatMap(i -> i.removes().stream()).toList()) {
        for (Wall wall : demo.area().walls()) {
          metres += wall.partOf().equals(removed.featureId()) ? wall.geometry().getLength() : 0;
        }
        for (IllegalStructure structure : demo.area().illegalStructures()) {
          boolean counts =
              structure.id().equals(removed.featureId())
                  && structure.position() != StructurePosition.ROOFTOP;
          squareMetres += counts ? structure.geometry().getArea() : 0;
        }
      }
    }

    List<LedgerFigure> figures = ledger(demo.programme(), LATER).figures();

    assertEquals(metres, value(figures, Figure.WALLS_M), 1e-6);
    assertEquals(squareMetres, value(figures, Figure.STRUCTURES_M2), 1e-6);
    assertTrue(metres > 1800, "walls of eleven yards beside those of one compound");
  }

  @Test
  void figures_grow_with_the_days() {
    Figure[] growing = {
      Figure.COMPOUNDS_RENEWED,
      Figure.LIFTS_ADDED,
      Figure.WALLS_M,
      Figure.STRUCTURES_M2,
      Figure.COMPOUNDS_OPENED,
      Figure.FACILITIES_BUILT,
      Figure.RESIDENTS_BENEFITING,
      Figure.CASE_UNDERGROUND_SYSTEMS
    };
    double[] last = new double[growing.length];
    for (int month = 0; month < 30; month += 3) {
      List<LedgerFigure> figures =
          ledger(demo.programme(), LocalDate.of(2021, 6, 30).plusMonths(month)).figures();
      for (int i = 0; i < growing.length; i++) {
        double value = figure(figures, growing[i]).value() == null ? 0 : value(figures, growing[i]);
        assertTrue(value >= last[i], growing[i] + " fell");
        last[i] = value;
      }
    }
    for (double value : last) {
      assertTrue(value > 0);
    }
  }

  /** Every figure but that of the circle, which is walked: see the test over HTTP. */
  @Test
  void every_figure_moves_when_the_records_it_rests_on_are_deleted() {
    List<LedgerFigure> whole = ledger(demo.programme(), AFTER).figures();

    for (Figure figure : Figure.values()) {
      LedgerFigure before = figure(whole, figure);
      if (figure != Figure.RESIDENTS_IN_CIRCLE) {
        assertTrue(!before.records().isEmpty(), figure + " rests on nothing");
        List<ProgrammeRecord> kept = new ArrayList<>(demo.programme().records());
        kept.removeIf(r -> before.records().contains(Programme.kind(r).code() + "/" + r.id()));

        LedgerFigure after = figure(ledger(new Programme(kept), AFTER).figures(), figure);

        assertNotEquals(
            before.value() + "|" + before.text(),
            after.value() + "|" + after.text(),
            figure.code());
      }
    }
  }

  @Test
  void compounds_of_a_district_add_up_where_nothing_is_shared() {
    Ledger ledger = ledger(demo.programme(), LATER);
    List<LedgerFigure> whole = ledger.figures();
    Figure[] additive = {
      Figure.COMPOUNDS_RENEWED, Figure.COMPOUNDS_MANAGED, Figure.LIFTS_ADDED,
      Figure.STRUCTURES_M2, Figure.COMPOUNDS_OPENED, Figure.RESIDENTS_BENEFITING
    };
    double[] sums = new double[additive.length];
    double walls = 0;
    for (var compound : demo.area().compounds()) {
      List<LedgerFigure> part = ledger.figures(List.of(compound.id()));
      for (int i = 0; i < additive.length; i++) {
        sums[i] += value(part, additive[i]);
      }
      walls += value(part, Figure.WALLS_M);
    }
    for (int i = 0; i < additive.length; i++) {
      assertEquals(value(whole, additive[i]), sums[i], 1e-6, additive[i].code());
    }
    assertTrue(walls > value(whole, Figure.WALLS_M), "party walls count on both sides");
  }

  @Test
  void a_figure_about_one_compound_is_not_there_for_a_part_without_it() {
    List<String> others =
        demo.area().compounds().stream()
            .map(c -> c.id())
            .filter(id -> !id.equals("c-xigongdi") && !id.equals("c-30"))
            .toList();

    List<LedgerFigure> figures = ledger(demo.programme(), LATER).figures(others);

    assertNull(figure(figures, Figure.CASE_WALLS_M).value());
    assertNull(figure(figures, Figure.FEES_HOUSEHOLD_RATE).value());
  }
}
