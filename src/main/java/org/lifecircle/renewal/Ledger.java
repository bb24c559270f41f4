package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.programme.Programme;

/**
 * The figures of a programme at the end of a day, each computed from records by the formula its
 * {@link Figure} states. Nothing is scaled, estimated or carried over: without records a figure is
 * nought, or is not there.
 */
public final class Ledger {

  final Programme programme;
  final LedgerMeasures measures;
  final LocalDate day;
  final CompoundPlaces places;
  final WorksDone done;
  final CaseFigures cases;
  final FeeFigures fees;

  /** The ledger at the end of a day. */
  public Ledger(StudyArea area, Programme programme, LedgerMeasures measures, LocalDate day) {
    this.programme = programme;
    this.measures = measures;
    this.day = day;
    places = new CompoundPlaces(area);
    done = WorksDone.of(area, programme, day);
    cases = new CaseFigures(area, programme, places, measures, done, day);
    fees = new FeeFigures(programme, day);
  }

  /** All figures of the whole area. */
  public List<LedgerFigure> figures() {
    return figures(new PartFigures(this, places.ids(), true));
  }

  /** All figures of some of its compounds. */
  public List<LedgerFigure> figures(Collection<String> ids) {
    return figures(new PartFigures(this, ids, false));
  }

  private static List<LedgerFigure> figures(PartFigures part) {
    return Stream.of(Figure.values()).map(part::of).toList();
  }
}
