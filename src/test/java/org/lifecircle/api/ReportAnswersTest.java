package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.report.Figures;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/** The report says what the API says, in both languages and both kinds of document. */
class ReportAnswersTest {

  private static final String ONE_YARD =
      """
      {"id": "one-yard", "name": "两院合一",
       "changes": [{"type": "remove_wall", "id": "a"}, {"type": "remove_structure", "id": "s1"},
        {"type": "add_facility", "feature": {"type": "Feature", "id": "k-new",
         "properties": {"id": "k-new", "kind": "kindergarten"},
         "geometry": {"type": "Point", "coordinates": [%s]}}}]}
      """
          .formatted(Served.lonLat(25, 15));

  @TempDir static Path folder;
  private static Served served;
  private static Printed chinese;
  private static Printed scenario;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    served = Served.twoYards(folder);
    served.send("POST", "/areas/two-yards/scenarios", ONE_YARD);
    chinese = get("/report.pdf?lang=zh");
    scenario = get("/scenarios/one-yard/report.pdf?lang=zh");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Printed get(String address) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = served.bytes("/areas/two-yards" + address);
    assertEquals(200, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    return new Printed(response.body());
  }

  private static @Nullable Double share(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : Double.valueOf(node.asDouble());
  }

  private static void assertSays(List<String> lines, String... cells) {
    String line = String.join(" ", cells);
    assertTrue(
        lines.stream().anyMatch(one -> one.contains(line)),
        () -> "no line has " + line + " in\n" + String.join("\n", lines));
  }

  private static String[] requirement(JsonNode row) {
    return new String[] {
      "幼儿园 五分钟 应配",
      row.path("limit_m").asInt() + " m",
      row.path("facilities").asText(),
      Figures.share(share(row.path("share"))),
      Figures.share(share(row.path("share_straight"))),
      Figures.share(share(row.path("buildings_share"))),
      Figures.share(share(row.path("land_share"))),
      "否"
    };
  }

  @Test
  void coverage_gaps_and_tiers_are_those_of_the_API() throws IOException, InterruptedException {
    List<String> lines = chinese.lines();

    JsonNode row = served.json("/coverage?by=requirement").path("rows").path(0);
    assertSays(lines, requirement(row));
    JsonNode tier = served.json("/coverage?by=area&tier=5").path("rows").path(0);
    assertSays(
        lines,
        "五分钟",
        Figures.whole(tier.path("residents").asDouble()),
        Figures.whole(tier.path("residents_covered").asDouble()),
        Figures.share(share(tier.path("share"))),
        Figures.share(share(tier.path("share_straight"))),
        Figures.share(share(tier.path("compliance"))),
        Figures.share(share(tier.path("buildings_share"))),
        Figures.share(share(tier.path("land_share"))));
    JsonNode gaps = served.json("/collections/gaps/items?limit=100").path("features");
    assertFalse(gaps.isEmpty());
    for (JsonNode gap : gaps) {
      JsonNode values = gap.path("properties");
      assertSays(
          lines,
          (values.path("compound_id").isNull() ? "小区以外" : values.path("compound_id").asText())
              + " 幼儿园 45 m 应配",
          Figures.whole(values.path("residents").asDouble()),
          Figures.whole(values.path("residents_detoured").asDouble()),
          Figures.whole(values.path("residents_unreachable").asDouble()));
    }
  }

  @Test
  void freed_space_and_lanes_are_those_of_the_API() throws IOException, InterruptedException {
    List<String> lines = chinese.lines();

    JsonNode freed = served.json("/freed-space");
    assertSays(
        lines,
        "若拆除全部可拆围墙（%s 段，%s m）和违建（%s 处，建筑面积 %s m²）"
            .formatted(
                freed.path("walls_removed").asText(),
                Figures.tenths(freed.path("wall_length_m").asDouble()),
                freed.path("structures_removed").asText(),
                Figures.tenths(freed.path("floor_area_removed_m2").asDouble())));
    for (JsonNode space : freed.path("features")) {
      JsonNode values = space.path("properties");
      assertSays(
          lines,
          Figures.tenths(values.path("area_m2").asDouble()),
          Figures.tenths(values.path("fire_lane_m2").asDouble()),
          Figures.tenths(values.path("facade_setbacks_m2").asDouble()),
          Figures.tenths(values.path("fire_spacing_m2").asDouble()),
          Figures.tenths(values.path("daylight_m2").asDouble()),
          Figures.tenths(values.path("net_area_m2").asDouble()));
    }
    JsonNode lanes = served.json("/lanes");
    int before = lanes.path("classes_before").path("under_2.5").asInt();
    int after = lanes.path("classes_after").path("under_2.5").asInt();
    assertSays(lines, "不足 2.5 m", String.valueOf(before), String.valueOf(after));
  }

  @Test
  void a_scenarios_report_compares_as_the_API_compares() throws IOException, InterruptedException {
    List<String> lines = scenario.lines();

    JsonNode rows = served.json("/scenarios/one-yard/comparison?by=requirement").path("rows");
    JsonNode row = rows.path(0);
    assertTrue(row.path("residents_gained").asDouble() > 0, "there is one in the yard now");
    assertSays(
        lines,
        "幼儿园",
        Figures.whole(row.path("residents").asDouble()),
        Figures.share(share(row.path("share_before"))),
        Figures.share(share(row.path("share_after"))),
        Figures.points(share(row.path("share_difference"))),
        Figures.whole(row.path("residents_gained").asDouble()),
        Figures.whole(row.path("residents_lost").asDouble()));
    for (JsonNode group : served.json("/standard").path("groups")) {
      String address =
          "/scenarios/one-yard/comparison?by=area&criterion=time&group="
              + group.path("id").asText();
      JsonNode one = served.json(address).path("rows").path(0);
      assertSays(
          lines,
          group.path("name_zh").asText(),
          Figures.whole(one.path("residents").asDouble()),
          Figures.share(share(one.path("share_before"))),
          Figures.share(share(one.path("share_after"))));
    }
    assertTrue(lines.stream().anyMatch(line -> line.contains("< -50 ")), "every letter of the map");
    JsonNode freed =
        served.json("/freed-space?remove=walls:a,illegal_structures:s1").path("wall_length_m");
    assertSays(lines, "本方案拆除围墙 1 段（" + Figures.tenths(freed.asDouble()) + " m）、违建 1 处");
  }

  /** The chapter tells the plan as its job has it, and that somebody changed it since. */
  @Test
  void a_scenario_that_a_plan_made_tells_the_plan() throws Exception {
    assertFalse(scenario.lines().toString().contains("更新方案"), "that one was made by hand");
    HttpResponse<String> created =
        served.send(
            "POST",
            "/areas/two-yards/plans",
            "{\"budget_yuan\": 20000, \"groups\": [\"wheelchair\"]}");
    assertEquals(201, created.statusCode(), created.body());
    String job =
        created.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/jobs", "/jobs");
    while (List.of("accepted", "running").contains(served.json(job).path("status").asText())) {
      Thread.sleep(20);
    }
    JsonNode plan = served.json(job + "/results");
    String address = "/scenarios/" + plan.path("scenario").asText();

    List<String> lines = get(address + "/report.pdf?lang=zh").lines();

    String all = String.join("", lines);
    assertTrue(plan.path("phases").size() > 0, plan.toString());
    assertTrue(
        all.contains(
            "预算 20,000 元，方案用 %s 元，分 %d 期；新增达标 %s"
                .formatted(
                    Figures.whole(plan.path("cost_yuan").asDouble()),
                    plan.path("phases").size(),
                    Figures.whole(plan.path("residents_gained").asDouble()))),
        all);
    assertTrue(all.contains("证明不超过 " + Figures.share(plan.path("gap").asDouble())), all);
    JsonNode work = plan.at("/phases/0/changes/0");
    assertSays(lines, work.path("id").asText(), Figures.whole(work.path("cost_yuan").asDouble()));
    for (JsonNode owner : plan.path("owners")) {
      assertTrue(all.contains(owner.asText()), owner.asText());
    }
    assertFalse(all.contains("之后改过"));
    served.send("PATCH", "/areas/two-yards" + address, "{\"name\": \"改\"}", "If-Match", "\"r1\"");
    String later = String.join("", get(address + "/report.pdf?lang=zh").lines());
    assertTrue(later.contains("之后改过"), later);
  }

  @Test
  void the_number_of_the_maps_approval_is_on_the_cover(@TempDir Path own) throws Exception {
    ServerSettings usual = ServerSettings.USUAL;
    ServerSettings approved =
        new ServerSettings(
            usual.host(),
            0,
            usual.pageItems(),
            usual.maxPageItems(),
            usual.heavyAtOnce(),
            usual.heavyWaiting(),
            usual.jobsAtOnce(),
            usual.jobsWaiting(),
            usual.waitSeconds(),
            usual.requestSeconds(),
            usual.idleSeconds(),
            usual.headerBytes(),
            usual.minBytesPerSecond(),
            new MapSettings("GS(2026)0042", null));
    assertFalse(chinese.pages().get(0).contains("审图号"));
    try (Served town = Served.of(own, approved)) {
      byte[] pdf = town.bytes("/areas/two-yards/report.pdf?lang=zh").body();
      assertTrue(new Printed(pdf).pages().get(0).contains("审图号：GS(2026)0042"));
    }
  }

  @Test
  void word_has_the_same_rows_as_the_pdf() throws IOException, InterruptedException {
    List<String> rows = get("/report.docx?lang=zh").rows();

    assertSays(rows, requirement(served.json("/coverage?by=requirement").path("rows").path(0)));
  }

  @Test
  void same_data_same_bytes() throws IOException, InterruptedException {
    assertArrayEquals(chinese.bytes(), get("/report.pdf?lang=zh").bytes());
    assertArrayEquals(
        get("/scenarios/one-yard/report.docx?lang=en").bytes(),
        get("/scenarios/one-yard/report.docx?lang=en").bytes());
  }

  @Test
  void the_pdf_is_tagged_and_has_bookmarks_metadata_and_its_letters_inside() throws IOException {
    try (PDDocument document = Loader.loadPDF(chinese.bytes())) {
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertEquals("zh", document.getDocumentCatalog().getLanguage());
      assertTrue(document.getDocumentInformation().getTitle().contains("十五分钟生活圈"));
      assertEquals(
          "2026-11-23T08:00:00Z",
          document.getDocumentInformation().getCreationDate().toInstant().toString());
      List<String> marks = new ArrayList<>();
      document
          .getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> marks.add(item.getTitle()));
      assertTrue(marks.get(0).endsWith("摘要"), marks.toString());
      assertEquals(marks.size(), new TreeSet<>(marks).size());
      List<PDFont> fonts = new ArrayList<>();
      List<PDFormXObject> drawings = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        gather(page.getResources(), fonts, drawings);
      }
      assertFalse(fonts.isEmpty());
      for (PDFont font : fonts) {
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+NotoSansSC.*"), font.getName());
      }
      assertFalse(drawings.isEmpty(), "maps are lines and letters");
    }
  }

  /** Fonts and drawings; there is no picture among them. */
  private static void gather(
      PDResources resources, List<PDFont> fonts, List<PDFormXObject> drawings) throws IOException {
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDFormXObject form) {
        drawings.add(form);
        if (form.getResources() != null) {
          gather(form.getResources(), fonts, drawings);
        }
      } else {
        throw new AssertionError(name + " is a picture");
      }
    }
  }

  @Test
  void word_has_styles_fields_and_heads_that_repeat() throws IOException, InterruptedException {
    byte[] bytes = get("/report.docx?lang=zh").bytes();

    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<String> styles = document.getParagraphs().stream().map(XWPFParagraph::getStyle).toList();
      for (String style : List.of("Title", "Heading1", "Heading2", "Caption", "BodyText")) {
        assertTrue(styles.contains(style), style);
        assertTrue(document.getStyles().styleExist(style), style);
      }
      for (String used : new TreeSet<>(styles.stream().filter(Objects::nonNull).toList())) {
        assertTrue(document.getStyles().styleExist(used), used);
      }
      for (String heading : List.of("Heading1", "Heading2")) {
        CTPPrGeneral paragraph = document.getStyles().getStyle(heading).getCTStyle().getPPr();
        assertTrue(paragraph.isSetKeepNext(), heading + " stays with what it is above");
        assertTrue(paragraph.isSetOutlineLvl(), heading + " is in the outline");
      }
      CTPPrGeneral point = document.getStyles().getStyle("ListBullet").getCTStyle().getPPr();
      assertTrue(document.getNumbering().numExist(point.getNumPr().getNumId().getVal()), "points");
      String xml = document.getDocument().xmlText();
      assertTrue(xml.contains("TOC \\o"));
      assertTrue(xml.contains("SEQ Table"));
      assertTrue(xml.contains("SEQ Figure"));
      long repeating =
          document.getTables().stream().filter(t -> t.getRow(0).isRepeatHeader()).count();
      assertTrue(repeating >= 5, repeating + " tables");
      for (XWPFTable table : document.getTables()) {
        assertTrue(
            table.getRow(0).isCantSplitRow() || !table.getRow(0).isRepeatHeader(),
            "rows stay whole");
      }
      assertFalse(document.getAllPictures().isEmpty());
    }
  }

  @Test
  void a_compound_has_two_pages() throws IOException, InterruptedException {
    Printed sheet = get("/report.pdf?lang=en&compound=c1");

    List<String> pages = sheet.pages();
    assertEquals(2, pages.size());
    JsonNode row =
        served.json("/coverage?by=compound&requirement=kindergarten_5").path("rows").path(0);
    assertEquals("c1", row.path("compound_id").asText());
    assertSays(
        sheet.lines(),
        "Kindergarten 5 minutes 45 m",
        Figures.share(share(row.path("share"))),
        Figures.share(share(row.path("share_straight"))));
  }

  @Test
  void what_is_not_there_is_said_and_no_file_is_made() throws IOException, InterruptedException {
    HttpResponse<String> unknown =
        served.get("/areas/two-yards/report.pdf?compound=%3Cb%3E&lang=en");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("there is no compound"), unknown.body());
    assertEquals(400, served.get("/areas/two-yards/report.pdf?kind=castle").statusCode());
    assertEquals(400, served.get("/areas/two-yards/report.pdf?lang=fr").statusCode());
    assertEquals(404, served.get("/areas/two-yards/report.odt").statusCode());
    assertEquals(404, served.get("/areas/nowhere/report.pdf").statusCode());
    served.send(
        "POST",
        "/areas/two-yards/scenarios",
        "{\"id\": \"gone\", \"changes\": [{\"type\": \"remove_wall\", \"id\": \"a\"}]}");
    String tag =
        served
            .get("/areas/two-yards/scenarios/gone", "Accept", "application/json")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    served.send("DELETE", "/areas/two-yards/scenarios/gone", "", "If-Match", tag);
    assertEquals(404, served.get("/areas/two-yards/scenarios/gone/report.pdf").statusCode());
  }

  @Test
  void it_comes_as_a_file_with_a_name_and_is_not_sent_twice()
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = served.bytes("/areas/two-yards/report.pdf?lang=en");

    assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow()
            .contains("two-yards-report-en.pdf"));
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        304, served.get("/areas/two-yards/report.pdf?lang=en", "If-None-Match", tag).statusCode());
  }

  /** The town with each compound and facility called so. */
  private static StudyArea called(String id, String name) {
    StudyArea town = Served.inXigong(id, Served.TWO_YARDS.area());
    for (Layer layer : List.of(Layer.COMPOUNDS, Layer.FACILITIES, Layer.WALLS)) {
      Columns columns = Columns.of(layer);
      List<Feature> features = new ArrayList<>();
      for (Feature feature : town.layer(layer)) {
        Map<String, Object> values = new HashMap<>(columns.values(feature));
        values.put(layer == Layer.WALLS ? "owner" : "name", name);
        features.add(columns.feature(feature.geometry(), values));
      }
      town = town.with(layer, features);
    }
    return town;
  }

  @Test
  void names_stay_names_whatever_they_look_like(@TempDir Path own) throws IOException {
    String name = "<b>甲</b>&amp;{{x}}{0}\"';\uD83D\uDE00\uD842\uDFB7";

    Printed pdf = Printed.of(own, called("hostile", name), "/report.pdf", Map.of("lang", "zh"));
    Printed word = Printed.of(own, called("hostile", name), "/report.docx", Map.of("lang", "en"));

    String all = String.join("", pdf.pages());
    assertTrue(
        all.contains("<b>甲</b>&amp;{{x}}{0}\"';[U+1F600][U+20BB7]"), "in tables and on the map");
    assertTrue(word.rows().stream().anyMatch(row -> row.contains(name)), "Word has more letters");
  }

  @Test
  void long_names_are_shortened_and_break_nothing(@TempDir Path own) throws IOException {
    String name = "长".repeat(200);

    Printed pdf = Printed.of(own, called("long", name), "/report.pdf", Map.of("lang", "zh"));

    String all = String.join("", pdf.pages());
    assertTrue(all.contains("长".repeat(40) + "…"));
    assertFalse(all.contains("长".repeat(41)));
  }

  @Test
  void without_facilities_or_compounds_it_says_so(@TempDir Path own) throws IOException {
    StudyArea town = Served.inXigong("bare", Served.TWO_YARDS.area());
    StudyArea bare = town.with(Layer.FACILITIES, List.<Facility>of());
    StudyArea empty =
        StudyArea.empty(
            Served.inXigong("empty", Served.TWO_YARDS.area()).profile(), town.boundary());

    List<String> lines = Printed.of(own, bare, "/report.pdf", Map.of("lang", "zh")).lines();
    Printed nothing = Printed.of(own, empty, "/report.pdf", Map.of("lang", "en"));

    assertSays(lines, "幼儿园 五分钟 应配 45 m 0 0.0 %");
    assertTrue(nothing.lines().contains("Summary") || nothing.pages().size() >= 3);
    assertFalse(String.join("", nothing.pages()).contains("NaN"));
  }

  @Test
  void of_three_thousand_compounds_the_largest_are_listed_and_the_rest_counted(@TempDir Path own)
      throws IOException {
    StudyArea town = Served.inXigong("many", Served.TWO_YARDS.area());
    List<Compound> many = new ArrayList<>();
    Compound one = town.compounds().get(0);
    Columns columns = Columns.of(Layer.COMPOUNDS);
    for (int i = 0; i < 3000; i++) {
      Map<String, Object> values = new HashMap<>(columns.values(one));
      values.put("id", "c-%04d".formatted(i));
      var moved =
          AffineTransformation.translationInstance((i % 60) * 200, 300 + (i / 60) * 200)
              .transform(one.geometry());
      many.add((Compound) columns.feature(moved, values));
    }
    many.add(one);
    StudyArea large = town.with(Layer.COMPOUNDS, many);

    Printed pdf = Printed.of(own, large, "/report.pdf", Map.of("lang", "en"));

    assertTrue(String.join("", pdf.pages()).contains("Thefirst60of3001rows"));
    assertTrue(pdf.pages().size() < 40, pdf.pages().size() + " pages");
  }
}
