package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Group;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Text;
import org.lifecircle.model.TierLimit;

/** The policy an area is judged by, in words: what is owed to whom, and how people walk. */
final class StandardPage implements Endpoint {

  private final OpenArea area;

  StandardPage(OpenArea area) {
    this.area = area;
  }

  @Override
  public Answer answer(Question question) {
    Standard standard = area.standard();
    Map<String, @Nullable Object> json = named(standard.id(), standard.name());
    json.put("tiers", standard.tiers().stream().map(StandardPage::tier).toList());
    json.put("requirements", standard.requirements().stream().map(StandardPage::json).toList());
    json.put("kinds", standard.kinds().stream().map(StandardPage::json).toList());
    List<Map<String, ?>> groups = new ArrayList<>();
    for (Group group : area.rules().groups()) {
      Map<String, @Nullable Object> walker = named(group.id(), group.name());
      walker.put("speed_m_per_s", group.speedMillimetresPerSecond() / 1000.0);
      walker.put("steps_passable", group.stepsPassable());
      groups.add(walker);
    }
    json.put("groups", groups);
    json.putAll(provenance(standard.provenance()));
    return new Document(json);
  }

  private static Map<String, ?> tier(TierLimit limit) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("tier", limit.tier().code());
    json.put("limit_m", limit.metres());
    json.put("limit_minutes", limit.minutes());
    return json;
  }

  private static Map<String, ?> json(Requirement requirement) {
    Map<String, @Nullable Object> json = named(requirement.id(), requirement.name());
    json.put("tier", requirement.tier().code());
    json.put("accepts", requirement.accepts());
    json.put("obligation", requirement.obligation().code());
    json.put("judged_by", requirement.judgedBy().code());
    json.put("limit_m", requirement.limit().metres());
    json.put("limit_minutes", requirement.limit().minutes());
    json.put("limit_from", requirement.limit().from().code());
    json.putAll(provenance(requirement.provenance()));
    return json;
  }

  private static Map<String, ?> json(FacilityKind kind) {
    Map<String, @Nullable Object> json = named(kind.id(), kind.name());
    json.put("walked_to", kind.walkedTo());
    return json;
  }

  private static Map<String, @Nullable Object> named(String id, Text name) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name_zh", name.zh());
    json.put("name_en", name.en());
    return json;
  }

  private static Map<String, ?> provenance(Provenance provenance) {
    return Map.of("source", provenance.source(), "verified", provenance.mark().verified());
  }
}
