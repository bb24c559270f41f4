package org.lifecircle.freedspace;

import java.util.Optional;
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
 * @param areaSquareMetres of the rectangle
 * @param widthMetres its shorter side at least: as the standard says, else that of a rectangle
 *     twice as long as wide
 * @param verified whether the size is
 */
record Need(
    String kind,
    Text name,
    boolean indoor,
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
            area,
            width == null ? Math.sqrt(area / 2) : width,
            verified,
            indoor && kind.mayShareBuilding()));
  }

  /** The rectangle it asks for. */
  Size size() {
    return new Size(indoor, areaSquareMetres, widthMetres);
  }
}
