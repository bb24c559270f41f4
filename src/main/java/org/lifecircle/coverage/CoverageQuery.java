package org.lifecircle.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.Tier;

/**
 * What is asked of coverage.
 *
 * <p>A table by requirement or kind has one row for each that is selected. A table by places (area,
 * unit, compound, building) has one row for each place and judges all that is selected together: a
 * resident is covered when every requirement is met. Without any selection that is <i>complete</i>:
 * all requirements marked must, of the tier and of all lower ones.
 *
 * @param group id of the group at whose pace all are judged
 * @param tier only requirements of this tier; for completeness, the tier that is to be complete,
 *     the highest when null
 * @param doorToDoor adds stairs or lift from the dwelling's floor; time only
 * @param populationOfGroup counts only the group's own people
 * @param requirements ids; only these, all when empty
 * @param kinds ids; only facilities of these kinds count, and only requirements that accept one of
 *     them; all when empty
 * @param capacity facilities that stand on freed space and say how many places they have serve no
 *     more than those are enough for ({@link org.lifecircle.model.CapacityRules#residentsServed});
 *     all others serve whoever reaches them
 */
public record CoverageQuery(
    By by,
    Criterion criterion,
    String group,
    @Nullable Tier tier,
    boolean doorToDoor,
    boolean populationOfGroup,
    List<String> requirements,
    List<String> kinds,
    boolean capacity) {

  public CoverageQuery {
    requirements = List.copyOf(requirements);
    kinds = List.copyOf(kinds);
    if (doorToDoor && criterion != Criterion.TIME) {
      throw new IllegalArgumentException(
          "door_to_door=true asks for criterion=time: stairs have seconds, not metres");
    }
  }

  /** Without regard to capacity. */
  public CoverageQuery(
      By by,
      Criterion criterion,
      String group,
      @Nullable Tier tier,
      boolean doorToDoor,
      boolean populationOfGroup,
      List<String> requirements,
      List<String> kinds) {
    this(by, criterion, group, tier, doorToDoor, populationOfGroup, requirements, kinds, false);
  }

  /** By distance, for the planning group, nothing selected. */
  public static CoverageQuery by(By by) {
    return new CoverageQuery(
        by, Criterion.DISTANCE, Group.PLANNING, null, false, false, List.of(), List.of());
  }

  /** The same, judged by minutes at this group's pace. */
  public CoverageQuery atThePaceOf(String newGroup) {
    return new CoverageQuery(
        by,
        Criterion.TIME,
        newGroup,
        tier,
        doorToDoor,
        populationOfGroup,
        requirements,
        kinds,
        capacity);
  }

  /** The same, with stairs and lifts. */
  public CoverageQuery fromDoorToDoor() {
    return new CoverageQuery(
        by, criterion, group, tier, true, populationOfGroup, requirements, kinds, capacity);
  }

  /** The same, counting only the group's own people. */
  public CoverageQuery ofTheGroupOnly() {
    return new CoverageQuery(
        by, criterion, group, tier, doorToDoor, true, requirements, kinds, capacity);
  }

  /** The same, of this tier. */
  public CoverageQuery atTier(@Nullable Tier newTier) {
    return new CoverageQuery(
        by,
        criterion,
        group,
        newTier,
        doorToDoor,
        populationOfGroup,
        requirements,
        kinds,
        capacity);
  }

  /** The same, of these requirements only. */
  public CoverageQuery ofRequirements(String... ids) {
    return new CoverageQuery(
        by, criterion, group, tier, doorToDoor, populationOfGroup, List.of(ids), kinds, capacity);
  }

  /** The same, of these kinds only. */
  public CoverageQuery ofKinds(String... ids) {
    return new CoverageQuery(
        by,
        criterion,
        group,
        tier,
        doorToDoor,
        populationOfGroup,
        requirements,
        List.of(ids),
        capacity);
  }

  /** The same, with the places of what is built counted or not. */
  public CoverageQuery withCapacity(boolean counted) {
    return new CoverageQuery(
        by, criterion, group, tier, doorToDoor, populationOfGroup, requirements, kinds, counted);
  }

  /** The same, with other rows. */
  public CoverageQuery rowsBy(By newBy) {
    return new CoverageQuery(
        newBy,
        criterion,
        group,
        tier,
        doorToDoor,
        populationOfGroup,
        requirements,
        kinds,
        capacity);
  }

  /** The same, with nothing selected: what a tier asks for as a whole. */
  CoverageQuery complete(Tier ofTier) {
    return new CoverageQuery(
        by.places() ? by : By.AREA,
        criterion,
        group,
        ofTier,
        doorToDoor,
        populationOfGroup,
        List.of(),
        List.of(),
        capacity);
  }

  /** Whether requirements are asked for by name, or by what they accept. */
  boolean selects() {
    return !requirements.isEmpty() || !kinds.isEmpty();
  }
}
