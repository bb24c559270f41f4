package org.lifecircle.coverage;

import java.util.BitSet;
import org.lifecircle.model.StudyArea;

/**
 * Which compounds have what a block requirement asks for within their own outline: an accepted
 * facility, and together as much land per resident as asked.
 */
final class Presence {

  private final FacilityPool pool;
  private final long[] residents;

  Presence(StudyArea area, Dwellings dwellings, FacilityPool pool) {
    this.pool = pool;
    residents = new long[area.compounds().size()];
    for (int i = 0; i < dwellings.count(); i++) {
      if (dwellings.compound(i) != Dwellings.NONE) {
        residents[dwellings.compound(i)] += dwellings.residentsMillionths(i);
      }
    }
  }

  /** Numbers of the compounds where the requirement is met. */
  BitSet compounds(Ask ask) {
    BitSet present = new BitSet();
    double[] land = new double[residents.length];
    for (int facility : pool.accepted(ask)) {
      int compound = pool.compound(facility);
      if (compound != PolygonIndex.NOWHERE) {
        present.set(compound);
        Double squareMetres = FacilityPool.landSquareMetres(pool.facility(facility));
        land[compound] += squareMetres == null ? 0 : squareMetres;
      }
    }
    Double perResident = ask.requirement().minimum().squareMetresPerResident();
    if (perResident != null) {
      for (int c = 0; c < land.length; c++) {
        if (land[c] < perResident * Millionths.people(residents[c])) {
          present.clear(c);
        }
      }
    }
    return present;
  }
}
