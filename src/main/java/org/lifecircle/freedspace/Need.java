package org.lifecircle.freedspace;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.KindSize;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Text;

/**
 * The rectangle a kind of facility asks for: on open ground its land, in a building its floor area
 * on so many floors, or its land where that is more.
 *
 * @param name of the kind
 * @param indoor whether it is a building
 * @param floorSquareMetres of its rooms; 0 on open ground
 * @param areaSquareMetres of the rectangle
 * @param widthMetres its shorter side at least: as the standard says, else that of a rectangle
 *     twice as long as wide
 * @param verified whether the size is
 */
record Need(
    String kind,
    Text name,
    boolean indoor,
    double floorSquareMetres,
    double areaSquareMetres,
    double widthMetres,
    boolean verified,
    boolean mayShareBuilding) {

  /** What this kind asks for; empty where neither its standard nor the configuration says. */
  static Optional<Need> of(FacilityKind kind, RenewalRules rules) {
    @Nullable Double floor = kind.floorArea().minSquareMetres();
    @Nullable Double land = kind.landArea().minSquareMetres();
    @Nullable Double width = kind.minWidthMetres();
    boolean verified = kind.provenance().verified();
    Optional<KindSize> own = rules.findSize(kind.id());
    if (floor == null && land == null && own.isPresent()) {
      floor = own.get().minFloorAreaSquareMetres();
      land = own.get().minLandAreaSquareMetres();
      width = width == null ? own.get().minWidthMetres() : width;
      verified = own.get().provenance().verified();
    }
    if (floor == null && land == null) {
      return Optional.empty();
    }
    boolean indoor = floor != null;
    double footprint = floor == null ? 0 : floor / rules.candidates().floors();
    double area = Math.max(footprint, land == null ? 0 : land);
    if (!(area > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Need(
            kind.id(),
            kind.name(),
            indoor,
            floor == null ? 0 : floor,
            area,
            width == null ? Math.sqrt(area / 2) : width,
            verified,
            indoor && kind.mayShareBuilding()));
  }

  /**
   * One building for several kinds: the floor area of all of them together, on the land of the one
   * that asks for most, no narrower than any of them asks for.
   */
  static Need shared(List<Need> needs, RenewalRules rules) {
    double floor = needs.stream().mapToDouble(Need::floorSquareMetres).sum();
    double land = needs.stream().mapToDouble(Need::areaSquareMetres).max().orElse(0);
    double width = needs.stream().mapToDouble(Need::widthMetres).max().orElse(0);
    double area = Math.max(floor / rules.candidates().floors(), land);
    return new Need(
        joined(needs, "+", Need::kind),
        new Text(
            joined(needs, "、", need -> need.name().zh()),
            joined(needs, ", ", need -> need.name().en())),
        true,
        floor,
        area,
        Math.max(width, Math.sqrt(area / 2)),
        needs.stream().allMatch(Need::verified),
        true);
  }

  private static String joined(List<Need> needs, String between, Function<Need, String> what) {
    return needs.stream().map(what).collect(Collectors.joining(between));
  }

  /** The rectangle it asks for. */
  Size size() {
    return new Size(indoor, areaSquareMetres, widthMetres);
  }
}
