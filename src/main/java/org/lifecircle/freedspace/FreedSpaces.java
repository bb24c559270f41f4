package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.StudyArea;

/** Finds the ground that a demolition frees. */
public final class FreedSpaces {

  /** Large enough to see a yard at once, small enough that overlays stay a few milliseconds. */
  private static final double TILE_METRES = 64;

  private FreedSpaces() {}

  /**
   * What ground this demolition frees.
   *
   * <p>Invariants: the order of features and the number of threads change nothing; every space is
   * due to at least one wall or structure; spaces do not overlap; at width 0 what is usable is the
   * footprint. The definitions are in the package's essay.
   *
   * @param notebook of the place
   * @param progress told the share done, 0–1, from any thread; whatever it throws stops the work
   */
  public static FreedGround of(
      StudyArea area,
      Demolition demolition,
      FreedSpaceRules rules,
      Notebook notebook,
      DoubleConsumer progress) {
    double tileMetres = Math.max(TILE_METRES, Math.ceil(4 * rules.minWidthMetres()));
    return of(area, demolition, rules, tileMetres, notebook, progress);
  }

  /** The same, with nothing known beforehand, and not watched. */
  public static FreedGround of(StudyArea area, Demolition demolition, FreedSpaceRules rules) {
    return of(area, demolition, rules, new Notebook(), share -> {});
  }

  static FreedGround of(
      StudyArea area,
      Demolition demolition,
      FreedSpaceRules rules,
      double tileMetres,
      Notebook notebook,
      DoubleConsumer progress) {
    Room room = Room.of(area, demolition, rules, notebook);
    FreedMosaic mosaic =
        FreedMosaic.of(room, tileMetres, rules.minWidthMetres(), notebook, progress);
    List<Draft> pieces = new ArrayList<>();
    List<Draft> slivers = new ArrayList<>();
    for (Draft draft : mosaic.drafts()) {
      if (draft.sliver()) {
        slivers.add(draft);
      } else {
        pieces.add(draft.dueToSomething(room.things()));
      }
    }
    SpaceList list = SpaceList.of(pieces, slivers, rules, new Sites(room, notebook));
    Removed removed = Removed.of(area, demolition);
    return new FreedGround(
        rules.minWidthMetres(),
        mosaic.footprintSquareMetres(),
        sum(pieces),
        sum(slivers),
        removed.wallLengthMetres(),
        removed.floorAreaSquareMetres(),
        removed.walls().size(),
        removed.structures().size(),
        list.spaces(),
        list.sites());
  }

  private static double sum(List<Draft> drafts) {
    return drafts.stream().mapToDouble(Draft::areaSquareMetres).sum();
  }
}
