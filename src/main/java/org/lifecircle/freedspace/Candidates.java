package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Site;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What could stand on the ground a demolition leaves: rectangles, each for one kind, with exactly
 * what each needs for itself; and on every site the reason why a kind has no place.
 */
public final class Candidates {

  private static final double TILE_METRES = 64;

  /** Kinds that need a longer rectangle are looked for on a coarser grid. */
  private static final double LONG_METRES = 32;

  private static final double LONGEST_METRES = 130;

  /** The largest rectangle near a piece of freed ground. */
  private record Largest(double squareMetres, double widthMetres, Geometry geometry) {}

  private final Ground ground;
  private final Assessment assessment;
  private final FreedGround freed;
  private final Map<String, Largest> rectangles = new HashMap<>();

  /**
   * What a demolition leaves.
   *
   * @param heeded the deductions that count; the others are left out
   */
  public Candidates(
      StudyArea area,
      Demolition demolition,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded) {
    ground = new Ground(area, demolition, rules, walking, heeded);
    assessment = new Assessment(area, ground);
    freed = FreedSpaces.of(area, demolition, FreedSpaceRules.of(walking));
  }

  /**
   * All candidates for these kinds, those refused after those that fit; sorted by id. Candidates
   * for one kind do not overlap; those for two kinds may, for only one of them will be built.
   *
   * @param progress told the share done, 0–1; whatever it throws stops the work
   */
  public List<Candidate> of(Collection<FacilityKind> kinds, DoubleConsumer progress) {
    List<Candidate> fitting = new ArrayList<>();
    List<Candidate> refused = new ArrayList<>();
    Map<Need, List<Geometry>> plots = plots(needs(kinds), Areas.none(), progress);
    plots.forEach(
        (need, found) -> {
          List<Candidate> its = candidates(need, apart(found));
          fitting.addAll(its.stream().filter(Candidate::fits).toList());
          refused.addAll(refused(need, its));
        });
    fitting.sort(Comparator.comparing(Candidate::id));
    refused.sort(Comparator.comparing(Candidate::id));
    fitting.addAll(refused);
    return fitting;
  }

  /**
   * One candidate for each of these kinds, so that all can be built at once: the largest takes its
   * place first. Kinds that found none are left out.
   *
   * @param within only places in this area count
   */
  public List<Candidate> together(List<FacilityKind> kinds, Geometry within) {
    List<Candidate> chosen = new ArrayList<>();
    List<Geometry> given = new ArrayList<>();
    List<Need> needs = new ArrayList<>(needs(kinds));
    needs.sort(
        Comparator.comparingDouble((Need need) -> -need.areaSquareMetres())
            .thenComparing(Need::kind));
    for (Need need : needs) {
      Map<Need, List<Geometry>> plots = plots(List.of(need), Areas.union(given), share -> {});
      candidates(need, apart(plots.getOrDefault(need, List.of()))).stream()
          .filter(c -> c.fits() && within.covers(c.geometry().getInteriorPoint()))
          .min(
              Comparator.comparingDouble((Candidate c) -> -Math.round(100 * c.freedShare()))
                  .thenComparing(Candidate::costYuan)
                  .thenComparing(Candidate::id))
          .ifPresent(
              candidate -> {
                chosen.add(candidate);
                given.add(candidate.geometry());
              });
    }
    return chosen;
  }

  /** The kinds that are no candidates until configuration gives them a size. */
  public List<String> withoutSize(Collection<FacilityKind> kinds) {
    return kinds.stream()
        .filter(kind -> Need.of(kind, ground.rules()).isEmpty())
        .map(FacilityKind::id)
        .sorted()
        .toList();
  }

  /** The sites that candidates name. */
  public List<Site> sites() {
    return freed.sites();
  }

  private List<Need> needs(Collection<FacilityKind> kinds) {
    return kinds.stream()
        .flatMap(kind -> Need.of(kind, ground.rules()).stream())
        .sorted(Comparator.comparing(Need::kind))
        .toList();
  }

  private Map<Need, List<Geometry>> plots(
      List<Need> needs, Geometry occupied, DoubleConsumer progress) {
    Map<Need, List<Geometry>> plots = new TreeMap<>(Comparator.comparing(Need::kind));
    needs.forEach(need -> plots.put(need, new ArrayList<>()));
    double grid = ground.rules().candidates().gridMetres();
    List<Need> small = needs.stream().filter(n -> n.longestMetres() <= LONG_METRES).toList();
    List<Need> large =
        needs.stream()
            .filter(n -> n.longestMetres() > LONG_METRES && n.longestMetres() <= LONGEST_METRES)
            .toList();
    search(small, grid, occupied, plots, share -> progress.accept(share / 2));
    search(large, 2 * grid, occupied, plots, share -> progress.accept(0.5 + share / 2));
    return plots;
  }

  private void search(
      List<Need> needs,
      double grid,
      Geometry occupied,
      Map<Need, List<Geometry>> plots,
      DoubleConsumer progress) {
    double longest = needs.stream().mapToDouble(Need::longestMetres).max().orElse(0);
    if (longest == 0) {
      return;
    }
    List<Tile> tiles = List.copyOf(tiles(longest / 2));
    List<Map<Need, List<Geometry>>> found =
        tiles.parallelStream()
            .map(
                tile -> {
                  Plots here = new Plots(ground, tile, longest / 2, grid, occupied);
                  Map<Need, List<Geometry>> its = new HashMap<>();
                  needs.forEach(need -> its.put(need, here.plots(need)));
                  return its;
                })
            .toList();
    found.forEach(its -> its.forEach((need, more) -> merge(plots, need, more)));
    progress.accept(1);
  }

  private static void merge(Map<Need, List<Geometry>> plots, Need need, List<Geometry> more) {
    plots.computeIfAbsent(need, n -> new ArrayList<>()).addAll(more);
  }

  private SortedSet<Tile> tiles(double reachMetres) {
    SortedSet<Tile> tiles = new TreeSet<>();
    for (Thing thing : ground.room().things()) {
      Envelope reach = new Envelope(thing.footprint().getEnvelopeInternal());
      reach.expandBy(reachMetres);
      tiles.addAll(Tile.covering(reach, TILE_METRES));
    }
    return tiles;
  }

  /** Those that overlap none before them, from south to north. */
  private static List<Geometry> apart(List<Geometry> plots) {
    List<Geometry> sorted = new ArrayList<>(plots);
    sorted.sort(
        Comparator.comparingDouble((Geometry g) -> g.getCentroid().getY())
            .thenComparingDouble(g -> g.getCentroid().getX()));
    List<Geometry> apart = new ArrayList<>();
    for (Geometry plot : sorted) {
      Envelope box = plot.getEnvelopeInternal();
      boolean free =
          apart.stream()
              .noneMatch(
                  other ->
                      other.getEnvelopeInternal().intersects(box)
                          && Areas.commonArea(other, plot) > 1e-6);
      if (free) {
        apart.add(plot);
      }
    }
    return apart;
  }

  private List<Candidate> candidates(Need need, List<Geometry> plots) {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Geometry plot : plots) {
      String site = site(plot.getInteriorPoint());
      String name = site + "/" + need.kind();
      String id = name + "/" + numbers.merge(name, 1, Integer::sum);
      candidates.add(assessment.of(need, plot, id, site));
    }
    return candidates;
  }

  private String site(Point place) {
    Site nearest = null;
    double nearestMetres = Double.POSITIVE_INFINITY;
    for (Site site : freed.sites()) {
      double metres =
          site.geometry().getEnvelopeInternal().distance(place.getEnvelopeInternal())
                  >= nearestMetres
              ? Double.POSITIVE_INFINITY
              : site.geometry().distance(place);
      if (metres < nearestMetres) {
        nearest = site;
        nearestMetres = metres;
      }
    }
    return nearest == null ? "site-none" : nearest.id();
  }

  /** For each site without a fitting candidate, the best that was refused, or why none was. */
  private List<Candidate> refused(Need need, List<Candidate> candidates) {
    List<Candidate> refused = new ArrayList<>();
    for (Site site : freed.sites()) {
      List<Candidate> here = candidates.stream().filter(c -> c.siteId().equals(site.id())).toList();
      if (here.isEmpty()) {
        refused.add(nothing(need, site));
      } else if (here.stream().noneMatch(Candidate::fits)) {
        refused.add(here.get(0));
      }
    }
    return refused;
  }

  private Candidate nothing(Need need, Site site) {
    double most = 0;
    double widest = 0;
    Geometry best = site.geometry();
    for (FreedSpace space : largest(site)) {
      Largest found = largestNear(space.geometry(), need.indoor());
      if (found.squareMetres() > most) {
        most = found.squareMetres();
        widest = found.widthMetres();
        best = found.geometry();
      }
    }
    Text reason = Refusals.noPlace(need.areaSquareMetres(), need.widthMetres());
    if (most < need.areaSquareMetres()) {
      reason = Refusals.area(most, need.areaSquareMetres());
    } else if (widest < need.widthMetres()) {
      reason = Refusals.width(widest, need.widthMetres());
    }
    return new Candidate(
        site.id() + "/" + need.kind() + "/0",
        site.id(),
        need.kind(),
        false,
        most,
        widest,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        0,
        0,
        ground.rules().costs().verified(),
        need.verified(),
        need.mayShareBuilding(),
        List.of(reason),
        best);
  }

  private List<FreedSpace> largest(Site site) {
    return freed.spaces().stream()
        .filter(space -> space.siteId().equals(site.id()))
        .sorted(Comparator.comparingDouble(space -> -space.areaSquareMetres()))
        .limit(2)
        .toList();
  }

  /** The largest rectangle on what can be built on near a piece of freed ground. */
  private Largest largestNear(Geometry piece, boolean indoor) {
    Coordinate middle = piece.getEnvelopeInternal().centre();
    return rectangles.computeIfAbsent(
        middle + " " + indoor,
        key -> {
          Envelope box = new Envelope(piece.getEnvelopeInternal());
          box.expandBy(12);
          box = box.intersection(around(middle, 80));
          Window window = Window.of(box);
          Geometry free = Areas.minus(ground.after(window), ground.keptClear(indoor, window));
          Coordinate about =
              new Coordinate(middle.x - window.eastOfCorner(), middle.y - window.northOfCorner());
          double grid = ground.rules().candidates().gridMetres();
          return LargestRectangle.in(free, ground.directions(window, about), grid, 0)
              .map(
                  f ->
                      new Largest(
                          f.areaSquareMetres(), f.widthMetres(), window.world(f.geometry())))
              .orElse(new Largest(0, 0, piece));
        });
  }

  private static Envelope around(Coordinate middle, double metres) {
    Envelope box = new Envelope(middle);
    box.expandBy(metres);
    return box;
  }
}
