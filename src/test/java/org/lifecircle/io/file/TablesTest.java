package org.lifecircle.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.ShiftedDatum;

/** CSV and XLSX as planners' offices have them. */
class TablesTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;
  private Given given;

  @BeforeEach
  void give() {
    given = new Given(folder);
  }

  @Test
  void chinese_columns_and_values_need_no_mapping() throws IOException {
    Path csv =
        given.text(
            "围墙.csv",
            """
            围墙编号,类型,高度（m）,权属单位,状态,WKT
            w1,挡土墙,2.5米,铁路局,未拆,"LINESTRING (112.43 34.67, 112.431 34.67)"
            w2,围墙,2,街道办,已拆除,"LINESTRING (112.43 34.671, 112.431 34.671)"
            """);

    RawLayer walls = Given.layer(csv);

    assertEquals("walls", walls.layer());
    assertEquals(
        "{id=w1, kind=retaining, height_m=2.5, owner=铁路局, status=standing}",
        walls.features().get(0).properties().toString());
    assertEquals("demolished", walls.features().get(1).properties().get("status"));
    assertEquals(
        "LINESTRING (112.43 34.671, 112.431 34.671)",
        String.valueOf(walls.features().get(1).geometry()));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, '', ','", "UTF-8, '\ufeff', ;", "GBK, '', ','", "UTF-16, '', '\t'"})
  void any_encoding_and_separator_is_found_out(String charset, String mark, String separator)
      throws IOException {
    String text = mark + "编号,小区名称,户数,经度,纬度\r\n1,\"西工地, 一\",1200户,112.43,34.67\r\n";
    String separated = text.replace("\"西工地, 一\"", "#").replace(",", separator);
    Path csv =
        given.text("出入口.csv", separated.replace("#", "\"西工地, 一\""), Charset.forName(charset));

    RawFeature gate = Given.layer(csv).features().get(0);

    assertEquals("1 POINT (112.43 34.67)", gate.id() + " " + gate.geometry());
    assertEquals("西工地, 一", gate.properties().getOrDefault("小区名称", ""));
  }

  @Test
  void gbk_that_nobody_declared_is_told_and_a_wrong_word_of_the_user_refused() throws IOException {
    Path csv = given.text("gates.csv", "编号,备注,lon,lat\n1,西工地,112.43,34.67\n", GBK);

    assertEquals(
        List.of("crs_assumed", "encoding_guessed", "value_assumed"),
        Given.codes(Given.read(csv, ReadOptions.NONE)));
    assertEquals(
        "it is not text in UTF-8; say which with --encoding",
        Given.refusal(csv, new ReadOptions(null, null, StandardCharsets.UTF_8, null)));
  }

  /** Surveyors write X for north; a zone stands before the easting. */
  @ParameterizedTest
  @CsvSource({
    "X;Y, 3838000.5;37631000.25, EPSG:4525",
    "X;Y, 37631000.25;3838000.5, EPSG:4525",
    "x坐标;y坐标, 3838000.5;631000.25, EPSG:4546",
    "东坐标;北坐标, 631000.25;3838000.5, EPSG:4546"
  })
  void x_and_y_are_what_their_values_say(String columns, String values, String crs)
      throws IOException {
    String text = "id;" + columns + "\n1;" + values + "\n";

    RawLayer gates = Given.layer(given.text("gates.csv", text), ReadOptions.NONE.withCrs(crs));

    double east = crs.equals("EPSG:4525") ? 37631000.25 : 631000.25;
    assertEquals(crs, gates.crs());
    assertEquals(east, Given.place(gates.features().get(0)).getCoordinate().x);
    assertEquals(3838000.5, Given.place(gates.features().get(0)).getCoordinate().y);
  }

  @Test
  void metres_without_a_crs_are_refused_with_a_hint_and_swapped_ones_with_the_evidence()
      throws IOException {
    Path zone = given.text("gates.csv", "id,easting,northing\n1,37631000,3838000\n");
    Path swapped = given.text("walls.csv", "id,easting,northing\n1,3838000,631000\n");

    assertTrue(Given.refusal(zone, ReadOptions.NONE).endsWith("perhaps EPSG:4525"));
    assertTrue(
        Given.refusal(swapped, ReadOptions.NONE.withCrs("EPSG:4546"))
            .startsWith("east and north look swapped: (3838000.0, 631000.0) is outside"));
  }

  @Test
  void coordinates_of_web_maps_are_unshifted_when_told_and_only_then() throws IOException {
    Path csv = given.text("gates.csv", "id,location\n1,\"112.43630569831,34.66905981328\"\n");
    ReadOptions told = new ReadOptions(null, ShiftedDatum.GCJ02, null, null);

    var shown = Given.place(Given.layer(csv).features().get(0)).getCoordinate();
    var place = Given.place(Given.layer(csv, told).features().get(0)).getCoordinate();

    assertEquals(112.43630569831, shown.x);
    assertEquals(112.43, place.x, 1e-8);
    assertEquals(34.67, place.y, 1e-8);
    assertTrue(Given.codes(Given.read(csv, told)).contains("datum_unshifted"));
  }

  @Test
  void a_workbook_is_read_by_its_sheets_with_formulas_numbers_and_gaps() throws IOException {
    Path xlsx = given.zip("资料.xlsx", workbook());

    RawArea read = Given.read(xlsx, ReadOptions.NONE);

    assertEquals(List.of(), read.faults());
    assertEquals(List.of("facilities"), read.layers().stream().map(RawLayer::layer).toList());
    assertEquals(
        "k1 POINT (112.43 34.67) {id=k1, kind=kindergarten, capacity=180}",
        Given.told(read.layers().get(0).features().get(0)));
    assertTrue(Given.codes(read).contains("table_ignored"), "the sheet of remarks");
  }

  /** Two sheets; texts shared and in line, a formula's result, an empty cell in between. */
  private static Map<String, byte[]> workbook() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns:r='r'><sheets><sheet name='设施' r:id='r1'/>"
                + "<sheet name='说明' r:id='r2'/></sheets></workbook>"));
    entries.put(
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"));
    entries.put(
        "xl/sharedStrings.xml",
        utf8("<sst><si><t>设施编号</t></si><si><r><t>类</t></r><r><t>型</t></r></si></sst>"));
    entries.put(
        "xl/worksheets/sheet1.xml",
        utf8(
            """
            <worksheet><sheetData>
            <row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>
             <c r='D1' t='inlineStr'><is><t>学位数</t></is></c>
             <c r='E1' t='inlineStr'><is><t>经度</t></is></c><c r='F1' t='str'><v>纬度</v></c></row>
            <row><c r='A2' t='str'><v>k1</v></c><c r='B2' t='str'><v>幼儿园</v></c>
             <c r='D2'><f>90*2</f><v>1.8E2</v></c><c r='E2'><v>112.43</v></c><c r='F2'><v>34.67</v></c></row>
            </sheetData></worksheet>
            """));
    entries.put(
        "xl/worksheets/sheet2.xml",
        utf8(
            "<worksheet><sheetData><row><c t='str'><v>2023 年</v></c></row></sheetData></worksheet>"));
    return entries;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_mapping_of_ones_own_goes_before_the_usual_names() throws IOException {
    Path csv = given.text("HH.csv", "BH,LX,gao,lon,lat\n7,甲,2,112.43,34.67\n");
    Path mapping =
        given.text(
            "m.yaml",
            """
            gates:
              names: [HH]
              columns: {id: BH, access: LX, width_m: [gao]}
              values: {access: {residents: [甲]}}
            """);

    RawArea read = Given.read(List.of(csv), ReadOptions.NONE, Given.names().with(mapping));

    assertEquals(List.of(), read.faults());
    assertEquals(
        "{id=7, access=residents, width_m=2}",
        read.layers().get(0).features().get(0).properties().toString());
  }

  @Test
  void ids_nobody_gave_are_the_numbers_of_rows_and_told() throws IOException {
    Path csv =
        given.text("gates.csv", "access,lon,lat\npublic,112.43,34.67\nclosed,112.44,34.67\n");

    RawArea read = Given.read(csv, ReadOptions.NONE);

    assertEquals(
        List.of("gates-1", "gates-2"),
        read.layers().get(0).features().stream().map(RawFeature::id).toList());
    assertTrue(Given.codes(read).contains("id_derived"));
  }

  @Test
  void a_row_whose_place_is_no_number_is_told_with_its_row() throws IOException {
    Path csv = given.text("gates.csv", "id,lon,lat\na,112.43,34.67\nb,112°26',34.67\n");

    var fault = Given.read(csv, ReadOptions.NONE).faults().get(0);

    assertEquals(
        "gates.csv gates b row 2",
        fault.file() + " " + fault.layer() + " " + fault.feature() + " " + fault.pointer());
    assertEquals("coordinate '112°26'' is not a number", fault.reason().en());
  }

  /** Of a row's number, a layer's own word and the contract's, the last is the id. */
  @ParameterizedTest
  @CsvSource({"'fid,小区编号,id', c", "'fid,小区编号,OBJECTID', b", "'fid,other,OBJECTID', c"})
  void the_id_is_the_column_that_says_so_best(String columns, String id) throws IOException {
    String row = columns + ",wkt\na,b,c,\"POLYGON ((1 1, 2 1, 2 2, 1 1))\"\n";

    assertEquals(id, Given.layer(given.text("小区.csv", row)).features().get(0).id());
  }
}
