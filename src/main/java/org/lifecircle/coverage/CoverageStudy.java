package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.CoverageTable;
import org.lifecircle.model.Gap;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.SupplyRow;
import org.lifecircle.model.Tier;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;

/**
 * Coverage of one area by one standard over one network. Nothing is computed before it is asked
 * for, and each search only once. Safe for threads; the same question has the same answer however
 * many ask.
 */
public final class CoverageStudy {

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules rules;
  private final Dwellings dwellings;
  private final EntranceCosts walks;
  private final Judge judge;
  private final LandShares landShares;
  private final Map<By, List<Grouping>> groupings = new ConcurrentHashMap<>();

  private CoverageStudy(
      StudyArea area,
      Standard standard,
      WalkingRules rules,
      EntranceCosts walks,
      Judge judge,
      LandShares landShares) {
    this.area = area;
    this.walks = walks;
    this.standard = standard;
    this.rules = rules;
    this.judge = judge;
    this.landShares = landShares;
    dwellings = judge.dwellings();
  }

  /**
   * The study of an area by what people are owed, and how they walk over its network.
   *
   * @param network of the same area, walls and structures gone or not
   */
  public static CoverageStudy of(
      StudyArea area, Standard standard, WalkingRules rules, WalkNetwork network) {
    return of(area, standard, rules, EntranceCosts.over(network));
  }

  static CoverageStudy of(
      StudyArea area, Standard standard, WalkingRules rules, EntranceCosts costs) {
    Judge judge = new Judge(area, rules, Dwellings.of(area, rules), costs);
    return new CoverageStudy(
        area, standard, rules, costs, judge, new LandShares(area, judge, null));
  }

  /**
   * The same study, with shares of land; without, they are null where walks decide.
   *
   * @param network the same that walks are taken over
   */
  public CoverageStudy withLand(WalkNetwork network) {
    return withLand(places -> Catchments.over(network, places));
  }

  CoverageStudy withLand(Function<List<Coordinate>, Catchments> draughtsman) {
    LandShares land = new LandShares(area, judge, draughtsman);
    return new CoverageStudy(area, standard, rules, walks, judge, land);
  }

  /** The same study, able to count how many find a place. */
  public CoverageStudy counting(CapacityRules places) {
    return new CoverageStudy(area, standard, rules, walks, judge.counting(places), landShares);
  }

  /**
   * The study of the same area after changes, by what this one has found out already: as if made
   * from nothing, but sooner.
   *
   * @param changed the area after them, its compounds and boundary the same
   * @param network this study's, after them
   */
  public CoverageStudy after(StudyArea changed, WalkNetwork network) {
    EntranceCosts then = walks.after(network);
    Judge judged = new Judge(changed, rules, Dwellings.of(changed, rules), then);
    CapacityRules places = judge.capacity();
    judged = places == null ? judged : judged.counting(places);
    LandShares land = landShares.after(changed, judged, catchments -> catchments.after(network));
    return new CoverageStudy(changed, standard, rules, then, judged, land);
  }

  /** Where people live. */
  public Dwellings dwellings() {
    return dwellings;
  }

  /**
   * Makes sure that those whom the query counts can be counted.
   *
   * @throws BadValueException if nothing says how many people its group has
   */
  public void requireCounted(CoverageQuery query) {
    headCount(query);
  }

  /**
   * Who is covered, row by row.
   *
   * @throws IllegalArgumentException if the query names what the area's policy has not
   */
  public CoverageTable table(CoverageQuery query) {
    return new CoverageTable(
        area.profile().id(),
        null,
        null,
        standard.id(),
        query.criterion(),
        query.group(),
        query.doorToDoor(),
        query.populationOfGroup(),
        rows(query, judged(query)));
  }

  /**
   * Who has all that a tier asks for: for each tier that asks for anything, the rows of a table by
   * the query's places, all requirements marked must of the tier and of all lower ones judged
   * together. What the query selects plays no part.
   */
  public List<CoverageRow> complete(CoverageQuery query) {
    List<CoverageRow> rows = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (Ask.anyFor(tier, standard)) {
        CoverageQuery whole = query.complete(tier);
        rows.addAll(rows(whole, judged(whole)));
      }
    }
    return rows;
  }

  /**
   * Who is covered by each requirement by itself: for each that is judged, in the order of the
   * standard, the rows of a table by the query's places.
   */
  public List<CoverageRow> each(CoverageQuery query) {
    if (!Ask.anyIn(standard)) {
      return List.of();
    }
    List<Ask> asks = Ask.selectedBy(query.rowsBy(By.REQUIREMENT), standard);
    return rows(query, oneByOne(asks, judge.judge(asks, query)));
  }

  /**
   * What is missing for whom: residents × requirement not covered, at the query's places, the
   * largest first; of equals in the order of the standard and of the places.
   */
  public List<Gap> gaps(CoverageQuery query) {
    if (!Ask.anyIn(standard)) {
      return List.of();
    }
    CoverageQuery each = query.rowsBy(By.REQUIREMENT); // whatever is owed, not only what must be
    List<Ask> asks = Ask.selectedBy(each, standard);
    List<Verdicts> verdicts = judge.judge(asks, each);
    Gaps gaps = new Gaps(dwellings, headCount(query));
    for (int i = 0; i < asks.size(); i++) {
      for (Grouping grouping : groupings(query.by())) {
        gaps.add(asks.get(i).requirement(), verdicts.get(i), grouping);
      }
    }
    return gaps.ranked();
  }

  /**
   * What could be opened, and what each opening alone would yield.
   *
   * @param network that the study is of
   * @param query its places and stairs play no part
   * @throws IllegalArgumentException if the query names what the area's policy has not
   */
  public Openings openings(WalkNetwork network, CoverageQuery query) {
    List<Ask> asks = Ask.selectedBy(query.rowsBy(By.REQUIREMENT), standard);
    return new Openings(area, network, new Wants(judge, asks, query, headCount(query), network));
  }

  /**
   * What people want, in numbers.
   *
   * @param query its places, tier of completeness and stairs play no part
   * @throws IllegalArgumentException if the query names what the area's policy has not
   */
  public Demands demands(CoverageQuery query) {
    List<Ask> asks = Ask.selectedBy(query.rowsBy(By.REQUIREMENT), standard);
    return new Demands(area, judge, asks, query, headCount(query));
  }

  /** What is counted against rates, never as coverage. */
  public List<SupplyRow> supply() {
    return new Supply(area, rules, dwellings, judge.pool()).rows(standard);
  }

  Judge judge() {
    return judge;
  }

  Standard standard() {
    return standard;
  }

  /**
   * Who is covered here and who in the same area after changes, row by row as a table would have
   * them; people are told apart one by one, so gains and losses do not cancel out.
   *
   * @param after of the same dwellings
   * @throws IllegalArgumentException if the query names what the area's policy has not
   */
  public List<ComparisonRow> compare(CoverageStudy after, CoverageQuery query) {
    if (after.dwellings.count() != dwellings.count()) {
      throw new IllegalArgumentException("the two studies are not of the same dwellings");
    }
    HeadCount count = headCount(query);
    List<Judged> was = judged(query);
    List<Judged> is = after.judged(query);
    List<ComparisonRow> rows = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      Judged one = was.get(i);
      for (Grouping grouping : groupings(query.by())) {
        rows.addAll(
            new Comparison(grouping, count, dwellings.count(), one.verdicts(), is.get(i).verdicts())
                .rows(one.single(), one.tier()));
      }
    }
    return rows;
  }

  /**
   * What the rows of a table are about.
   *
   * @param single the one requirement; null when several are judged together
   */
  private record Judged(
      List<Ask> asks, @Nullable Ask single, @Nullable Tier tier, Verdicts verdicts) {}

  private List<Judged> judged(CoverageQuery query) {
    List<Ask> asks = Ask.selectedBy(query, standard);
    List<Verdicts> verdicts = judge.judge(asks, query);
    boolean complete = query.by().places() && !query.selects();
    if (complete || (query.by().places() && asks.size() > 1)) {
      List<Boolean> walked =
          asks.stream().map(ask -> ask.requirement().judgedBy() == JudgedBy.WALK).toList();
      Tier tier = query.tier() == null && complete ? Tier.FIFTEEN : query.tier();
      return List.of(new Judged(asks, null, tier, Verdicts.together(verdicts, walked)));
    }
    return oneByOne(asks, verdicts);
  }

  private static List<Judged> oneByOne(List<Ask> asks, List<Verdicts> verdicts) {
    List<Judged> each = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      Ask ask = asks.get(i);
      each.add(new Judged(List.of(ask), ask, ask.requirement().tier(), verdicts.get(i)));
    }
    return each;
  }

  private List<CoverageRow> rows(CoverageQuery query, List<Judged> judged) {
    HeadCount count = headCount(query);
    List<CoverageRow> rows = new ArrayList<>();
    for (Judged one : judged) {
      Ask single = one.single();
      Integer facilities = single == null ? null : judge.pool().accepted(single).size();
      CoverageRows writer = new CoverageRows(single, one.tier(), facilities);
      for (Grouping grouping : groupings(query.by())) {
        Tally tally = new Tally(grouping, dwellings, count, one.verdicts());
        rows.addAll(writer.of(grouping, tally, landShares.of(one.asks(), query, grouping)));
      }
    }
    return rows;
  }

  private List<Grouping> groupings(By by) {
    return groupings.computeIfAbsent(by, b -> Grouping.by(b, area, dwellings));
  }

  private HeadCount headCount(CoverageQuery query) {
    Group group = rules.group(query.group());
    return query.populationOfGroup()
        ? HeadCount.of(group, rules, dwellings)
        : HeadCount.everyone(dwellings);
  }
}
