package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.Demands;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Change;
import org.lifecircle.model.Group;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.siting.LocationRequest.Existing;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Geometry;

/**
 * Location-allocation over an area's own people and sites, walls and gates as they stand. People
 * are demand where they live, at their entrance; a candidate's cost is that of building on it, with
 * what has to go for it.
 */
public final class Locator {

  private static final double ALIKE_METRES = 40;

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules walking;
  private final RenewalRules renewal;
  private final UnaryOperator<Geometry> kept;

  /**
   * @param kept a shape as it will be when it has been written into a scenario and read again
   */
  public Locator(
      StudyArea area,
      Standard standard,
      WalkingRules walking,
      RenewalRules renewal,
      UnaryOperator<Geometry> kept) {
    this.area = area;
    this.standard = standard;
    this.walking = walking;
    this.renewal = renewal;
    this.kept = kept;
  }

  /**
   * The best sites.
   *
   * @param candidates that fit, of the kinds the requirement accepts
   * @throws BadValueException if the requirement is not judged by the walk, a site is unknown, or
   *     there is too much of everything
   */
  public Located locate(LocationRequest request, List<Candidate> candidates, Proof proof) {
    SitingData data = data(request, candidates, () -> proof.cancelled().getAsBoolean());
    int stand = (int) data.places().stream().filter(p -> p.candidate() == null).count();
    boolean kept = request.existing() == Existing.KEEP;
    Integer count = request.count();
    long budget =
        request.budgetYuan() == null ? Long.MAX_VALUE : Math.round(request.budgetYuan() * 100);
    int most = count == null ? Choice.ANY : count + (kept ? stand : 0);
    BitSet forbidden = numbers(request.forbidden(), data);
    BitSet fixed = fixed(request, data, kept, forbidden);
    if (data.places().isEmpty() || most == 0) {
      return nothing(data, new Text("没有可选的地点", "there is no site to choose"));
    }
    if (data.siting().demands() == 0) {
      return nothing(data, new Text("没有居民能走到任何地点", "no resident can walk to any of the sites"));
    }
    Choice choice =
        new Choice(most, false, budget, costs(data), fixed, forbidden, capacities(request, data));
    int cutoff = cutoff(request, data);
    Optional<Allocation> answer =
        switch (request.problem()) {
          case MAXIMAL_COVERING -> MaximalCovering.solve(data.siting(), choice, cutoff, proof);
          case SET_COVERING -> SetCovering.solve(data.siting(), choice, cutoff, proof);
          case P_MEDIAN -> PMedian.solve(data.siting(), choice, proof);
          case P_CENTRE -> PCentre.solve(data.siting(), choice, proof);
        };
    Integer shown = request.problem().isCovering() ? Integer.valueOf(cutoff) : null;
    return answer
        .map(found -> located(data, found, shown))
        .orElseGet(
            () ->
                nothing(
                    data,
                    new Text(
                        "在这些条件之内没有任何选择能服务所有应服务的居民",
                        "no choice within these limits serves everybody who must be served")));
  }

  /**
   * Refuses a question that is known to be too large before anything is computed for it.
   *
   * @param standing how many facilities count that stand
   * @param candidates as far as they are known
   * @throws BadValueException saying how much it is
   */
  public void requireFew(LocationRequest request, long standing, List<Candidate> candidates) {
    long built = buildings(request, candidates).size();
    long sites = built + (request.existing() == Existing.IGNORE ? 0 : standing);
    SitingData.requireFew(sites, area.entrances().size());
  }

  /** What could be built, without what is as good as another. */
  private List<Work> buildings(LocationRequest request, List<Candidate> candidates) {
    WorkList list = new WorkList(area, renewal.costs(), Set.of());
    Set<String> named = new TreeSet<>();
    Stream.of(request.fixed(), request.forbidden())
        .flatMap(List::stream)
        .forEach(id -> named.add("candidates:" + bare(id)));
    list.add(candidates, ALIKE_METRES, named, kept);
    return list.works().stream().filter(work -> work.candidate() != null).toList();
  }

  private SitingData data(LocationRequest request, List<Candidate> candidates, Proof.Stop stop) {
    StudyArea whole = area;
    List<SitingData.Place> places = new ArrayList<>();
    for (Work work : buildings(request, candidates)) {
      if (work.change() instanceof Change.AddFacility added) {
        whole = added.applyTo(whole);
        places.add(new SitingData.Place(added.feature(), work.candidate()));
      }
    }
    WalkNetwork network = WalkNetwork.of(whole, walking);
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).ofRequirements(request.requirement());
    Demands demands =
        CoverageStudy.of(whole, standard, walking, network)
            .demands(
                request.group().equals(Group.PLANNING)
                    ? query
                    : query.atThePaceOf(request.group()));
    if (demands.walked().isEmpty()) {
      throw new BadValueException(
          "要求“" + request.requirement() + "”不按步行评价",
          "requirement '" + request.requirement() + "' is not judged by the walk");
    }
    Demands.Walked wish = demands.walked().get(0);
    Set<String> candidateIds =
        Set.copyOf(places.stream().map(place -> place.facility().id()).toList());
    if (request.existing() != Existing.IGNORE) {
      wish.accepted().stream()
          .filter(facility -> !candidateIds.contains(facility.id()))
          .forEach(facility -> places.add(new SitingData.Place(facility, null)));
    }
    return SitingData.of(places, network, wish, demands.peopleAt(), stop);
  }

  /** Nothing where all stand already: then the number counts. */
  private static List<Long> costs(SitingData data) {
    List<Long> costs = data.places().stream().map(Locator::cents).toList();
    return costs.stream().allMatch(cents -> cents == 0) ? List.of() : costs;
  }

  private static long cents(SitingData.Place place) {
    Candidate candidate = place.candidate();
    return candidate == null ? 0 : Math.round(candidate.costYuan() * 100);
  }

  private static int cutoff(LocationRequest request, SitingData data) {
    Double limit = request.limit();
    if (limit == null) {
      return data.wish().cutoff();
    }
    double unit = data.isTimed() ? 60_000 : 1000;
    return (int) Math.min(Siting.UNREACHED - 1, Math.round(limit * unit));
  }

  /** What must be chosen, with what stands where that stays; but not what is forbidden. */
  private static BitSet fixed(
      LocationRequest request, SitingData data, boolean standing, BitSet forbidden) {
    BitSet fixed = numbers(request.fixed(), data);
    for (int s = 0; s < data.places().size(); s++) {
      fixed.set(s, fixed.get(s) || (standing && data.places().get(s).candidate() == null));
    }
    fixed.andNot(forbidden);
    return fixed;
  }

  /** The id of a site alone. */
  public static String bare(String id) {
    return id.replaceFirst("^(candidates|facilities):", "");
  }

  private static BitSet numbers(List<String> ids, SitingData data) {
    BitSet numbers = new BitSet();
    for (String id : ids) {
      String bare = bare(id);
      int number =
          IntStream.range(0, data.places().size())
              .filter(s -> data.places().get(s).facility().id().equals(bare))
              .findFirst()
              .orElse(-1);
      if (number < 0) {
        throw new BadValueException("没有地点“" + id + "”", "there is no site '" + id + "'");
      }
      numbers.set(number);
    }
    return numbers;
  }

  private static List<Long> capacities(LocationRequest request, SitingData data) {
    Double capacity = request.capacity();
    if (capacity == null) {
      return List.of();
    }
    return data.places().stream()
        .map(
            place -> {
              Double own = place.facility().capacity();
              double most = own == null ? capacity : Math.min(own, capacity);
              return (long) Math.floor(most * SitingData.PARTS_OF_PERSON);
            })
        .toList();
  }

  private static Located located(SitingData data, Allocation found, @Nullable Integer cutoff) {
    double[] residents = new double[data.places().size()];
    double[] walked = new double[residents.length];
    int longest = 0;
    for (int d = 0; d < data.people().size(); d++) {
      int site = found.servedBy().get(d);
      if (site != Allocation.NOBODY) {
        int walk = data.siting().walks()[d][site];
        residents[site] += data.people().get(d) / SitingData.MILLIONTHS;
        walked[site] += data.people().get(d) / SitingData.MILLIONTHS * walk;
        longest = Math.max(longest, walk);
      }
    }
    List<Located.Chosen> chosen = new ArrayList<>();
    for (int site : found.open()) {
      SitingData.Place place = data.places().get(site);
      double mean = residents[site] == 0 ? 0 : walked[site] / residents[site];
      chosen.add(new Located.Chosen(place.facility(), place.candidate(), residents[site], mean));
    }
    double served = Arrays.stream(residents).sum();
    return new Located(
        data.isTimed(),
        cutoff,
        chosen,
        data.residents(),
        data.unreachable(),
        served,
        served == 0 ? 0 : Arrays.stream(walked).sum() / served,
        longest,
        found.gap(),
        data.places().size(),
        null);
  }

  private static Located nothing(SitingData data, Text why) {
    return new Located(
        data.isTimed(),
        null,
        List.of(),
        data.residents(),
        data.unreachable(),
        0,
        0,
        0,
        0,
        data.places().size(),
        why);
  }
}
