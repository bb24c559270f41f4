package org.lifecircle.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CapacityStudy;
import org.lifecircle.model.CapacityRow;
import org.lifecircle.model.CapacityTable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Group;
import org.lifecircle.model.Layer;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** Who finds a place: what of the places of each kind falls to the people of each house. */
final class CapacityAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(CapacityRow.class);

  private final OpenArea area;
  private final Parameter<List<String>> kinds;
  private final Parameter<List<String>> by =
      Parameters.someOf(
              "by",
              new Text("每行代表什么", "what rows stand for"),
              List.of(By.AREA.code(), By.COMPOUND.code(), By.BUILDING.code()))
          .or(List.of(By.COMPOUND.code(), By.BUILDING.code()));
  private final Parameter<String> criterion =
      Parameters.oneOf(
              "criterion", new Text("距离或时间", "metres or minutes"), Coded.codes(Criterion.class))
          .or(Criterion.DISTANCE.code());
  private final Parameter<Group> group;

  CapacityAnswers(OpenArea area) {
    this.area = area;
    kinds =
        Parameters.someOf(
            "kind",
            new Text("设施类别；缺省为容量已知的所有类别", "kinds of facility; else all whose capacity is known"),
            area.standard().kinds().stream().map(kind -> kind.id()).toList());
    group = Groups.parameter(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.GEOJSON, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(kinds, by, criterion, group);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    CapacityStudy study = area.capacity();
    List<String> asked = question.find(kinds).orElseGet(study::kinds);
    requireCapacity(asked, study);
    Criterion judgedBy = Coded.of(Criterion.class, question.get(criterion));
    String pace = question.get(group).id();
    List<Map<String, @Nullable Object>> summaries = new ArrayList<>();
    List<CapacityRow> rows = new ArrayList<>();
    for (String kind : asked) {
      List<CapacityTable> tables =
          question.get(by).stream()
              .map(code -> study.table(kind, Coded.of(By.class, code), judgedBy, pace))
              .toList();
      summaries.add(summary(tables.get(0)));
      tables.forEach(table -> rows.addAll(table.rows()));
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("criterion", judgedBy.code());
    members.put("group", pace);
    members.put("decay_weights", area.capacityRules().weights());
    members.put("decay_source", area.capacityRules().decay().source());
    members.put("decay_verified", area.capacityRules().decay().verified());
    members.put("kinds", summaries);
    return new Findings(located(rows), members, false);
  }

  private static void requireCapacity(List<String> asked, CapacityStudy study) {
    List<Complaint> complaints = new ArrayList<>();
    for (String kind : asked) {
      if (study.findRequirement(kind).isEmpty()) {
        complaints.add(
            Complaint.aboutQuery(
                "kind",
                "标准没有规定到“" + kind + "”的步行距离，无从划定服务范围",
                "the standard does not say how far one may walk to '" + kind + "'"));
      } else if (!study.kinds().contains(kind)) {
        complaints.add(
            Complaint.aboutQuery(
                "kind",
                "没有一处“" + kind + "”设施填写了容量（capacity）",
                "no facility of kind '" + kind + "' has a capacity"));
      }
    }
    if (!complaints.isEmpty()) {
      String known = String.join(", ", study.kinds());
      throw Problem.of(
              ProblemKind.BAD_CHOICE,
              "请在设施图层填写容量，或改问容量已知的类别：" + known,
              "give the facilities a capacity, or ask about kinds that have one: " + known)
          .with(complaints)
          .asException();
    }
  }

  private Map<String, @Nullable Object> summary(CapacityTable table) {
    PlaceUsers users = area.capacityRules().users(table.kind());
    Provenance provenance = users.provenance();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", table.kind());
    json.put("requirement", table.requirement());
    json.put("limit_m", table.limit().metres());
    json.put("limit_minutes", table.limit().minutes());
    json.put("limit_from", table.limit().from().code());
    json.put("facilities", table.facilities());
    json.put("facilities_of_unknown_capacity", table.facilitiesOfUnknownCapacity());
    json.put("facilities_without_users", table.facilitiesWithoutUsers());
    json.put("capacity", Numbers.tidy(table.capacity()));
    json.put("users_from", users.from().code());
    json.put("users_share", users.share());
    json.put("users_share_of_residents", users.shareOfResidents());
    json.put("places_per_person", table.placesPerPerson());
    json.put("users_source", provenance.source());
    json.put("users_verified", provenance.verified());
    return json;
  }

  private FeatureTable located(List<CapacityRow> rows) {
    Map<String, Geometry> compounds = places(Layer.COMPOUNDS);
    Map<String, Geometry> buildings = places(Layer.BUILDINGS);
    List<Row> located = new ArrayList<>();
    for (CapacityRow row : rows) {
      Geometry place = area.area().boundary();
      if (row.buildingId() != null) {
        place = buildings.get(row.buildingId());
      } else if (row.compoundId() != null) {
        place = compounds.get(row.compoundId());
      }
      Map<String, @Nullable Object> values = COLUMNS.values(row);
      values.replaceAll((name, value) -> value instanceof Double d ? Numbers.rounded(d, 6) : value);
      located.add(new Row(place, values));
    }
    return new FeatureTable("capacity", new Text("设施容量", "Capacity"), COLUMNS.columns(), located);
  }

  private Map<String, Geometry> places(Layer layer) {
    Map<String, Geometry> places = new HashMap<>();
    for (Feature feature : area.area().layer(layer)) {
      places.put(feature.id(), feature.geometry());
    }
    return places;
  }
}
