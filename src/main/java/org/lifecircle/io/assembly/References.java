package org.lifecircle.io.assembly;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

/**
 * Makes references between layers whole: a building gets the compound it stands in when the file
 * does not say, and nobody refers to a compound that is not there.
 */
final class References {

  private References() {}

  static StudyArea applyTo(StudyArea area, IssueLog issues) {
    Set<String> known =
        area.compounds().stream().map(Feature::id).collect(Collectors.toUnmodifiableSet());
    CompoundIndex compounds = new CompoundIndex(area.compounds());
    List<Building> buildings =
        area.buildings().stream().map(b -> settled(b, known, compounds, issues)).toList();
    List<Gate> gates = area.gates().stream().map(g -> settled(g, known, issues)).toList();
    return area.with(Layer.BUILDINGS, buildings).with(Layer.GATES, gates);
  }

  private static Building settled(
      Building building, Set<String> known, CompoundIndex compounds, IssueLog issues) {
    String given = building.compoundId();
    if (given != null && known.contains(given)) {
      return building;
    }
    String found = compounds.at(building.geometry().getInteriorPoint().getCoordinate());
    if (given != null) {
      report(Layer.BUILDINGS, building, "unknown_compound", unknown(given, found), issues);
    } else if (found != null) {
      Text message =
          new Text("按位置归入小区 " + found, "stands in compound " + found + ", which it did not say");
      issues.add(
          Layer.BUILDINGS,
          building.id(),
          "compound_by_place",
          IssueAction.DERIVED,
          message,
          building.geometry());
    }
    return Objects.equals(given, found) ? building : inCompound(building, found);
  }

  private static Gate settled(Gate gate, Set<String> known, IssueLog issues) {
    List<String> there = gate.compoundIds().stream().filter(known::contains).toList();
    if (there.size() == gate.compoundIds().size()) {
      return gate;
    }
    String missing =
        gate.compoundIds().stream()
            .filter(id -> !known.contains(id))
            .collect(Collectors.joining(", "));
    report(Layer.GATES, gate, "unknown_compound", unknown(missing, null), issues);
    return new Gate(
        gate.id(), gate.access(), there, gate.widthMetres(), gate.hours(), gate.geometry());
  }

  private static Text unknown(String given, @Nullable String found) {
    return found == null
        ? new Text(
            "没有小区“" + given + "”，已去掉该引用",
            "there is no compound '" + given + "'; the reference was dropped")
        : new Text(
            "没有小区“" + given + "”，按位置归入 " + found,
            "there is no compound '" + given + "'; it stands in " + found);
  }

  private static void report(
      Layer layer, Feature feature, String code, Text message, IssueLog issues) {
    issues.add(layer, feature.id(), code, IssueAction.REPAIRED, message, feature.geometry());
  }

  private static Building inCompound(Building b, @Nullable String compoundId) {
    return new Building(
        b.id(),
        compoundId,
        b.use(),
        b.floors(),
        b.units(),
        b.households(),
        b.residents(),
        b.builtYear(),
        b.geometry());
  }
}
