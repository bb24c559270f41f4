package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Site;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Geometry;

/**
 * What could stand on the ground a demolition leaves: rectangles, each for one kind, with exactly
 * what each needs for itself; and on every site the reason why a kind has no place.
 */
public final class Candidates {

  /** A rectangle with the name it will have as a candidate. */
  private record Named(String id, String siteId, Geometry plot) {}

  private final Ground ground;
  private final Assessment assessment;
  private final FreedGround freed;
  private final SiteFinder sites;

  /** The same, with nothing known beforehand. */
  public Candidates(
      StudyArea area,
      Demolition demolition,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded) {
    this(area, demolition, rules, walking, heeded, new Notebook());
  }

  /**
   * What a demolition leaves.
   *
   * @param heeded the deductions that count; the others are left out
   * @param notebook of the place
   */
  public Candidates(
      StudyArea area,
      Demolition demolition,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded,
      Notebook notebook) {
    this(area, demolition, rules, walking, heeded, notebook, share -> {});
  }

  /**
   * The same, watched.
   *
   * @param progress told the share of the freed ground that is found, 0–1, by any thread; whatever
   *     it throws stops the work
   */
  public Candidates(
      StudyArea area,
      Demolition demolition,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded,
      Notebook notebook,
      DoubleConsumer progress) {
    ground = new Ground(area, demolition, rules, walking, heeded, notebook);
    assessment = new Assessment(area, ground);
    freed = FreedSpaces.of(area, demolition, FreedSpaceRules.of(walking), notebook, progress);
    sites = new SiteFinder(freed.sites());
  }

  /**
   * All candidates for these kinds, those refused after those that fit; sorted by id. Candidates
   * for one kind do not overlap; those for two kinds may, for only one of them will be built. What
   * other kinds are asked for changes nothing of a kind's own.
   *
   * @param progress told the share done, 0–1, by any thread; whatever it throws stops the work
   */
  public List<Candidate> of(Collection<FacilityKind> kinds, DoubleConsumer progress) {
    return of(needs(kinds), progress);
  }

  /**
   * The same for one building that holds all of these kinds; its kind is theirs, joined by {@code
   * +}.
   *
   * @throws IllegalArgumentException naming those that may not share a building, or have no size
   */
  public List<Candidate> shared(Collection<FacilityKind> kinds, DoubleConsumer progress) {
    List<String> alone = standingAlone(kinds);
    if (!alone.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(", ", alone) + ": may not share a building, or has no floor area");
    }
    return of(List.of(Need.shared(needs(kinds), ground.rules())), progress);
  }

  /** Those that no building can be shared with: outdoor, on their own ground, or without a size. */
  public List<String> standingAlone(Collection<FacilityKind> kinds) {
    return kinds.stream()
        .filter(kind -> !Need.of(kind, ground.rules()).map(Need::mayShareBuilding).orElse(false))
        .map(FacilityKind::id)
        .sorted()
        .toList();
  }

  /** Those for these kinds that fit, without finding out why others do not. */
  public List<Candidate> fitting(Collection<FacilityKind> kinds, DoubleConsumer progress) {
    return fitting(needs(kinds), (need, its) -> {}, progress);
  }

  private List<Candidate> of(List<Need> needs, DoubleConsumer progress) {
    List<Candidate> refused = new ArrayList<>();
    Shortfalls shortfalls = new Shortfalls(ground, freed);
    List<Candidate> all =
        fitting(needs, (need, its) -> refused.addAll(shortfalls.refused(need, its)), progress);
    refused.sort(Comparator.comparing(Candidate::id));
    all.addAll(refused);
    return all;
  }

  private List<Candidate> fitting(
      List<Need> needs, BiConsumer<Need, List<Candidate>> alsoAsked, DoubleConsumer progress) {
    List<Candidate> fitting = new ArrayList<>();
    SortedMap<Size, List<Geometry>> plots = plots(needs, List.of(), s -> progress.accept(s / 2));
    int done = 0;
    for (Need need : needs) {
      List<Candidate> its = candidates(need, plots.getOrDefault(need.size(), List.of()));
      fitting.addAll(its.stream().filter(Candidate::fits).toList());
      alsoAsked.accept(need, its);
      progress.accept((1 + ++done / (double) needs.size()) / 2);
    }
    fitting.sort(Comparator.comparing(Candidate::id));
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
      SortedMap<Size, List<Geometry>> plots = plots(List.of(need), given, share -> {});
      candidates(need, plots.getOrDefault(need.size(), List.of())).stream()
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

  private SortedMap<Size, List<Geometry>> plots(
      List<Need> needs, List<Geometry> occupied, DoubleConsumer progress) {
    Set<Size> sizes = new TreeSet<>();
    needs.forEach(need -> sizes.add(need.size()));
    return new PlotSearch(ground, occupied).plots(sizes, progress);
  }

  private List<Candidate> candidates(Need need, List<Geometry> plots) {
    List<Named> named = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Geometry plot : plots) {
      String site = sites.at(plot.getInteriorPoint().getCoordinate());
      String name = site + "/" + need.kind();
      named.add(new Named(name + "/" + numbers.merge(name, 1, Integer::sum), site, plot));
    }
    return named.parallelStream()
        .map(one -> assessment.of(need, one.plot(), one.id(), one.siteId()))
        .toList();
  }
}
