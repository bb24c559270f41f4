package org.lifecircle.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Built;
import org.lifecircle.model.programme.Club;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.Opinion;
import org.lifecircle.model.programme.OpinionTopic;
import org.lifecircle.model.programme.PartyBranch;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RebuiltLane;
import org.lifecircle.model.programme.Removed;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.lifecircle.renewal.LiftAccount;

/** Holds records against the area they are about. No complaint repeats what a record says. */
final class RecordChecks {

  private final OpenArea area;
  private final Set<String> compounds;
  private final Set<String> walls = new HashSet<>();
  private final Set<String> kinds;

  RecordChecks(OpenArea area) {
    this.area = area;
    compounds = ids(Layer.COMPOUNDS);
    area.area()
        .walls()
        .forEach(
            wall -> {
              walls.add(wall.id());
              walls.add(wall.partOf());
            });
    kinds = area.standard().kinds().stream().map(FacilityKind::id).collect(Collectors.toSet());
    area.renewal().sizes().forEach(size -> kinds.add(size.id()));
  }

  private Set<String> ids(Layer layer) {
    return area.area().layer(layer).stream().map(Feature::id).collect(Collectors.toSet());
  }

  /** All that is wrong with a record, given this area. */
  List<Text> faults(ProgrammeRecord record) {
    List<Text> faults = new ArrayList<>();
    if (record instanceof Opinion opinion) {
      compound(faults, opinion.compoundId());
      boolean wish = opinion.topic() == OpinionTopic.WISH;
      require(faults, !wish || kinds.contains(opinion.about()), "设施类型", "kind of facility");
    } else if (record instanceof Ballot ballot) {
      require(faults, place(ballot), "表决范围（place）", "place to vote in");
    } else if (record instanceof Consent consent) {
      require(faults, thing(consent.layer(), consent.featureId()), "围墙或违建", "wall or structure");
    } else if (record instanceof Work work) {
      work(faults, work);
    } else if (record instanceof LiftPlan lift) {
      lift(faults, lift);
    } else if (record instanceof Management management) {
      compound(faults, management.compoundId());
    } else if (record instanceof PartyBranch branch) {
      branch.compoundIds().forEach(id -> compound(faults, id));
    } else if (record instanceof Club club) {
      compound(faults, club.compoundId());
    }
    return faults.stream().distinct().toList();
  }

  private boolean place(Ballot ballot) {
    return switch (ballot.scope()) {
      case UNIT -> ids(Layer.ENTRANCES).contains(ballot.place());
      case BUILDING -> ids(Layer.BUILDINGS).contains(ballot.place());
      case COMPOUND -> compounds.contains(ballot.place());
    };
  }

  private boolean thing(Layer layer, String id) {
    return layer == Layer.WALLS ? walls.contains(id) : ids(layer).contains(id);
  }

  private void work(List<Text> faults, Work work) {
    work.compoundIds().forEach(id -> compound(faults, id));
    Set<String> structures = ids(Layer.ILLEGAL_STRUCTURES);
    Set<String> paths = ids(Layer.PATHS);
    for (WorkItem item : work.items()) {
      for (Removed removed : item.removes()) {
        boolean there =
            removed.layer() == Layer.WALLS
                ? walls.contains(removed.featureId())
                : structures.contains(removed.featureId());
        require(faults, there, "围墙或违建", "wall or structure");
      }
      for (Built built : item.builds()) {
        require(faults, kinds.contains(built.kind()), "设施类型", "kind of facility");
      }
      for (RebuiltLane lane : item.lanes()) {
        require(faults, paths.contains(lane.pathId()), "道路", "path");
      }
    }
  }

  private void lift(List<Text> faults, LiftPlan lift) {
    Optional<Building> building = buildingOf(area, lift.entranceId());
    require(faults, building.isPresent(), "住宅单元门（entrance_id）", "stairwell (entrance_id)");
    Integer floors = building.map(Building::floors).orElse(null);
    if (building.isPresent()) {
      try {
        LiftAccount.of(
            lift,
            floors == null ? Integer.MAX_VALUE : floors,
            Programme.EMPTY,
            area.renewal().programme(),
            LocalDate.EPOCH);
      } catch (BadValueException e) {
        faults.add(e.reason());
      }
    }
  }

  /** The house of a stairwell. */
  static Optional<Building> buildingOf(OpenArea area, String entranceId) {
    @Nullable String building =
        area.area().entrances().stream()
            .filter(e -> e.id().equals(entranceId))
            .map(Entrance::buildingId)
            .filter(id -> id != null)
            .findFirst()
            .orElse(null);
    return area.area().buildings().stream().filter(b -> b.id().equals(building)).findFirst();
  }

  private void compound(List<Text> faults, String id) {
    require(faults, compounds.contains(id), "小区", "compound");
  }

  private static void require(List<Text> faults, boolean there, String zh, String en) {
    if (!there) {
      faults.add(new Text("研究范围内没有所指的" + zh, "the area has no such " + en));
    }
  }
}
