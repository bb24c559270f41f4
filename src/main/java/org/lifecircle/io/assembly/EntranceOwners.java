package org.lifecircle.io.assembly;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

/**
 * Says of every entrance whose it is: what it says itself, else the building within a metre of it.
 */
final class EntranceOwners {

  private static final double REACH_METRES = 1;

  private final Set<String> buildings;
  private final Set<String> facilities;
  private final BuildingIndex index;
  private final IssueLog issues;

  private EntranceOwners(StudyArea area, IssueLog issues) {
    this.buildings = ids(area.buildings());
    this.facilities = ids(area.facilities());
    this.index = new BuildingIndex(area.buildings());
    this.issues = issues;
  }

  static StudyArea applyTo(StudyArea area, IssueLog issues) {
    EntranceOwners owners = new EntranceOwners(area, issues);
    return area.with(Layer.ENTRANCES, area.entrances().stream().map(owners::settled).toList());
  }

  private Entrance settled(Entrance entrance) {
    String building = entrance.buildingId();
    String facility = entrance.facilityId();
    boolean lost =
        (building != null && !buildings.contains(building))
            || (facility != null && !facilities.contains(facility));
    if (!lost && (building != null || facility != null)) {
      return entrance;
    }
    Building nearest = index.nearest(entrance.geometry(), REACH_METRES);
    String kept = facility != null && facilities.contains(facility) ? facility : null;
    String found = building != null && buildings.contains(building) ? building : null;
    if (found == null && kept == null && nearest != null) {
      found = nearest.id();
    }
    report(entrance, lost, found != null || kept != null ? found : null, kept);
    return new Entrance(
        entrance.id(),
        found,
        kept,
        entrance.unit(),
        entrance.lift(),
        entrance.residents(),
        entrance.geometry());
  }

  private void report(
      Entrance entrance, boolean lost, @Nullable String building, @Nullable String facility) {
    String whose = building != null ? building : facility;
    if (whose == null) {
      Text message = new Text("附近 1 m 内没有楼栋，不知属于谁", "no building is within 1 m, so it is nobody's");
      add(entrance, "entrance_of_nobody", IssueAction.NOTED, message);
    } else if (lost) {
      Text message =
          new Text(
              "所引用的楼栋或设施不存在，归 " + whose,
              "the building or facility it names is not there; it belongs to " + whose);
      add(entrance, "unknown_owner", IssueAction.REPAIRED, message);
    } else {
      Text message =
          new Text("按位置归楼栋 " + whose, "stands at building " + whose + ", which it did not say");
      add(entrance, "owner_by_place", IssueAction.DERIVED, message);
    }
  }

  private void add(Entrance entrance, String code, IssueAction action, Text message) {
    issues.add(Layer.ENTRANCES, entrance.id(), code, action, message, entrance.geometry());
  }

  private static Set<String> ids(List<? extends Feature> features) {
    return features.stream().map(Feature::id).collect(Collectors.toUnmodifiableSet());
  }
}
