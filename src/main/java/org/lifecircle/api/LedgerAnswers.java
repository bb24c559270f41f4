package org.lifecircle.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.Change;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Compound;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Path;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Unit;
import org.lifecircle.model.UnitKind;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.Quotation;
import org.lifecircle.renewal.Ledger;
import org.lifecircle.renewal.LedgerFigure;
import org.lifecircle.renewal.LedgerMeasures;
import org.lifecircle.renewal.WorksDone;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** The ledger of the renewal programme: every figure computed from records, as of a day. */
final class LedgerAnswers implements Endpoint {

  private static final String AREA = "area";
  private static final String COMPOUND = "compound";

  private final OpenArea area;
  private final Parameter<LocalDate> asOf = Days.parameter();
  private final Parameter<String> by =
      Parameters.oneOf("by", new Text("按什么分列", "what each row stands for"), places()).or(AREA);

  LedgerAnswers(OpenArea area) {
    this.area = area;
  }

  private static List<String> places() {
    List<String> places = new ArrayList<>(List.of(AREA));
    places.addAll(Coded.codes(UnitKind.class));
    places.add(COMPOUND);
    return places;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(asOf, by);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public String stamp() {
    return "-" + area.programmeStamp() + "-" + Days.today();
  }

  @Override
  public Answer answer(Question question) {
    LocalDate day = question.find(asOf).orElseGet(Days::today);
    Programme programme = area.programme();
    Ledger ledger = new Ledger(area.area(), programme, measures(programme, day), day);
    List<Part> parts = new ArrayList<>();
    String rows = question.get(by);
    if (rows.equals(AREA)) {
      parts.add(new Part(area.id(), question.in(area.area().profile().name()), ledger.figures()));
    } else if (rows.equals(COMPOUND)) {
      for (Compound compound : area.area().compounds()) {
        List<LedgerFigure> figures = ledger.figures(List.of(compound.id()));
        parts.add(new Part(compound.id(), compound.name(), figures));
      }
    } else {
      for (Unit unit : area.area().units()) {
        if (unit.kind().code().equals(rows)) {
          parts.add(new Part(unit.id(), unit.name(), ledger.figures(within(unit))));
        }
      }
    }
    return question.format() == Format.CSV
        ? new Answer.Findings(table(question, parts), members(day, rows), false)
        : new Answer.Document(document(question, day, rows, parts));
  }

  /** A part of the area, and its figures. */
  private record Part(String id, @Nullable String name, List<LedgerFigure> figures) {}

  /** Compounds are a unit's when a point inside them is. */
  private List<String> within(Unit unit) {
    return area.area().compounds().stream()
        .filter(c -> unit.geometry().intersects(c.geometry().getInteriorPoint()))
        .map(Compound::id)
        .toList();
  }

  private Map<String, @Nullable Object> members(LocalDate day, String rows) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("as_of", day.toString());
    members.put("by", rows);
    return members;
  }

  private Map<String, @Nullable Object> document(
      Question question, LocalDate day, String rows, List<Part> parts) {
    Map<String, @Nullable Object> json = members(day, rows);
    if (rows.equals(AREA)) {
      json.put("figures", figures(question, parts.get(0), true));
      return json;
    }
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Part part : parts) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put(rows.equals(COMPOUND) ? "compound_id" : "unit_id", part.id());
      row.put("name", part.name());
      row.put("figures", figures(question, part, false));
      all.add(row);
    }
    json.put("rows", all);
    return json;
  }

  private List<Map<String, @Nullable Object>> figures(
      Question question, Part part, boolean quoted) {
    List<Map<String, @Nullable Object>> figures = new ArrayList<>();
    for (LedgerFigure figure : part.figures()) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("id", figure.figure().code());
      json.put("number", figures.size() + 1);
      json.put("title", figure.figure().title().en());
      json.put("title_zh", figure.figure().title().zh());
      json.put("value", rounded(figure.value()));
      json.put("before", rounded(figure.before()));
      json.put("text", figure.text());
      json.put("unit", figure.figure().unit());
      json.put("about", figure.about());
      json.put("definition", question.in(figure.figure().definition()));
      json.put("records", figure.records());
      if (quoted) {
        json.put("quotation", quotation(question, figure));
      }
      figures.add(json);
    }
    return figures;
  }

  /** What was printed of it elsewhere; beside it, and never mixed with it. */
  private @Nullable Map<String, @Nullable Object> quotation(
      Question question, LedgerFigure figure) {
    Optional<Quotation> found = area.renewal().programme().findQuotation(figure.figure().code());
    if (found.isEmpty()) {
      return null;
    }
    Quotation quotation = found.get();
    Double from = quotation.from();
    Double below = quotation.below();
    Double value = figure.value();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text", question.in(quotation.text()));
    json.put("source", quotation.provenance().source());
    json.put("verified", quotation.provenance().verified());
    json.put(
        "same",
        (from == null || below == null || value == null)
            ? null
            : Boolean.valueOf(value >= from && value < below));
    return json;
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Double.valueOf(Numbers.rounded(value, 4));
  }

  private FeatureTable table(Question question, List<Part> parts) {
    List<Row> rows = new ArrayList<>();
    for (Part part : parts) {
      for (LedgerFigure figure : part.figures()) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("place", part.id());
        values.put("name", part.name());
        values.put("id", figure.figure().code());
        values.put("title", question.in(figure.figure().title()));
        values.put("value", rounded(figure.value()));
        values.put("before", rounded(figure.before()));
        values.put("text", figure.text());
        values.put("unit", figure.figure().unit());
        values.put("records", String.join(" ", figure.records()));
        rows.add(new Row(null, values));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("place", "name", "id", "title")) {
      columns.add(new Column(name, String.class));
    }
    columns.add(new Column("value", Double.class));
    columns.add(new Column("before", Double.class));
    for (String name : List.of("text", "unit", "records")) {
      columns.add(new Column(name, String.class));
    }
    return new FeatureTable("ledger", new Text("改造台账", "Ledger"), columns, rows);
  }

  /** On the map, with the works of the day carried out; each found out once. */
  private LedgerMeasures measures(Programme programme, LocalDate day) {
    List<Change> changes = WorksDone.of(area.area(), programme, day).changes();
    return new LedgerMeasures() {
      @Override
      public Map<String, Double> residentsInCircle() {
        return area.keptHere("circle " + changes, () -> circle(changes));
      }

      @Override
      public Optional<LaneWidth> lane(String path, List<String> walls, List<String> structures) {
        return lanes(path, walls, structures);
      }
    };
  }

  private Map<String, Double> circle(List<Change> changes) {
    StudyArea after = new Scenario("works", "works", changes).applyTo(area.area());
    CoverageStudy study =
        changes.isEmpty()
            ? area.coverage()
            : CoverageStudy.of(after, area.standard(), area.rules(), area.network().with(changes));
    Map<String, Double> residents = new TreeMap<>();
    for (CoverageRow row : study.table(CoverageQuery.by(By.COMPOUND)).rows()) {
      String compound = row.compoundId();
      residents.merge(compound == null ? "" : compound, row.residentsCovered(), Double::sum);
    }
    return residents;
  }

  private Optional<LaneWidth> lanes(String path, List<String> walls, List<String> structures) {
    List<Path> one = area.area().paths().stream().filter(p -> p.id().equals(path)).toList();
    StudyArea only = area.area().with(Layer.PATHS, one);
    Demolition demolition =
        new Demolition(new java.util.HashSet<>(walls), new java.util.HashSet<>(structures));
    return Lanes.of(only, demolition, area.renewal()).stream().findFirst();
  }
}
