package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.freedspace.GateWalks;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.Site;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** The whole grounds that freed spaces are part of. */
final class SiteAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(Site.class);

  private final OpenArea area;
  private final Removal removal;

  SiteAnswers(OpenArea area) {
    this.area = area;
    removal = new Removal(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(removal.remove);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    FreedSpaceRules rules = FreedSpaceRules.of(area.rules());
    Works works = removal.works(question);
    List<Row> rows = new ArrayList<>();
    FreedGround freed =
        FreedSpaces.of(works.area(), works.demolition(), rules, area.notebook(), share -> {});
    GateWalks walks = GateWalks.of(freed, area.network());
    for (Site site : freed.sites()) {
      Map<String, @Nullable Object> values = COLUMNS.values(site);
      values.put("gate_walk_m", walks.metresFrom(site.id()));
      rows.add(new Row(site.geometry(), Removal.tidy(values)));
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("demolition", works.chosenBy());
    List<Column> columns = new ArrayList<>(COLUMNS.columns());
    columns.add(new Column("gate_walk_m", Double.class));
    FeatureTable table = new FeatureTable("sites", new Text("地块", "Sites"), columns, rows);
    return new Findings(table, members, false);
  }
}
