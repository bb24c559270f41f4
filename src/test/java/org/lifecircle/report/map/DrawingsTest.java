package org.lifecircle.report.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.report.map.Labels.Placed;
import org.lifecircle.report.map.Labels.Wanted;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Maps show what is there, where it is, in the colour it has everywhere. */
class DrawingsTest {

  private static final Path CONFIG = Path.of(System.getProperty("lifecircle.home", "."), "config");
  private static final StudyArea TOWN =
      DrawnTown.of(
              """
              ====K=========
              #######+######
              #A....a......#
              #.BBC.a..SS..r-Q
              #.....a......#
              ##############
              K: kindergarten
              """)
          .area();

  /** Every meaning in a colour of its own, so that a colour on the map says which it is. */
  private static final Palette PALETTE = Palette.of(coloured());

  private final Typeface typeface = typeface();

  private static Typeface typeface() {
    try {
      return Typeface.read(CONFIG.resolve("report").resolve("NotoSansSC-Regular-gbk.ttf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, ?> coloured() {
    return Map.of(
        "paper",
        Map.of(
            "outside",
            "#010101",
            "inside",
            "#fefefe",
            "boundary",
            "#020202",
            "ink",
            "#000000",
            "halo",
            "#ffffff"),
        "share",
        Map.of(
            "classes",
            List.of(
                Map.of("colour", "#100000"),
                Map.of("colour", "#200000"),
                Map.of("colour", "#300000"),
                Map.of("colour", "#400000"),
                Map.of("colour", "#500000")),
            "no_data",
            "#600000"),
        "compounds",
        Map.of("fill", "#fdfdfd", "outline", "#030303", "label", "#000001"),
        "buildings",
        Map.of("fill", "#00aa00", "outline", "#00bb00"),
        "paths",
        Map.of("ground", "#eeeeee", "casing", "#dddddd", "steps", "#cccccc"),
        "walls",
        Map.of("removable", "#ff0000", "fixed", "#ee0000", "down", "#dd0000"),
        "gates",
        Map.of("public", "#0000ff", "residents", "#ffff00", "closed", "#0000cc"),
        "illegal_structures",
        Map.of("fill", "#ff00ff", "outline", "#cc00cc"),
        "facilities",
        Map.of("education", "#00ffff"));
  }

  private AreaMaps maps() {
    return new AreaMaps(TOWN, TownRules.walking(), PALETTE, typeface, key -> key);
  }

  /** The colour at a place of the town, whatever is drawn on it. */
  private static int at(BufferedImage image, MapView view, double dpi, double east, double north) {
    double scale = dpi / 72;
    return image.getRGB((int) (view.x(east) * scale), (int) (view.y(north) * scale)) & 0xffffff;
  }

  @Test
  void what_is_drawn_is_where_it_is_and_in_its_own_colour() {
    MapSheet sheet = (MapSheet) maps().barriers("walls", 400);

    BufferedImage image = Pictures.image(sheet, 288);

    MapView view = sheet.view();
    Coordinate structure =
        TOWN.illegalStructures().get(0).geometry().getInteriorPoint().getCoordinate();
    assertEquals(0xff00ff, at(image, view, 288, structure.x + 3, structure.y - 3));
    Coordinate building = TOWN.buildings().get(0).geometry().getInteriorPoint().getCoordinate();
    assertEquals(0x00aa00, at(image, view, 288, building.x, building.y));
    TOWN.walls().stream()
        .filter(wall -> wall.id().equals("a"))
        .forEach(
            wall -> {
              Coordinate middle = wall.geometry().getCentroid().getCoordinate();
              assertEquals(0xff0000, at(image, view, 288, middle.x, middle.y));
            });
    TOWN.gates()
        .forEach(
            gate ->
                assertEquals(
                    PALETTE.colour("gates." + gate.access().code()).getRGB() & 0xffffff,
                    at(image, view, 288, gate.geometry().getX(), gate.geometry().getY())));
  }

  @Test
  void a_small_map_colours_buildings_by_their_share_and_dots_what_they_walk_to() {
    Requirement requirement =
        new Requirement(
            "kindergarten_5",
            new Text("幼儿园", "Kindergarten"),
            Tier.FIVE,
            List.of("kindergarten"),
            Obligation.MUST,
            JudgedBy.WALK,
            new Limit(45, 5, LimitFrom.OWN),
            Minimum.NONE,
            new Provenance("drawn", Mark.CHOICE));
    SmallMap map =
        (SmallMap)
            maps().coverage().of(requirement, Map.of("b1", 0.75), "kindergarten", "75 %", "map");

    BufferedImage image = Pictures.image(map, 288);

    Coordinate building = TOWN.buildings().get(0).geometry().getInteriorPoint().getCoordinate();
    assertEquals(0x400000, at(image, map.view(), 288, building.x, building.y));
    Coordinate facility = TOWN.facilities().get(0).geometry().getCoordinate();
    assertEquals(0x00ffff, at(image, map.view(), 288, facility.x, facility.y));
  }

  @Test
  void the_scale_is_round_and_the_bar_is_as_long_as_it_says() {
    Rectangle2D frame = new Rectangle2D.Double(10, 10, 400, 300);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      double width = Math.exp(random.nextDouble() * 10);
      Envelope ground = new Envelope(500_000, 500_000 + width, 3_000_000, 3_000_000 + width / 2);

      MapView view = MapView.of(ground, frame);

      assertTrue(view.ground().contains(ground), "all of it is inside");
      double digits = view.denominator();
      while (digits >= 1000) {
        digits /= 10;
      }
      assertEquals(0, Math.rint(digits * 100) % 5, "1 : " + view.denominator());
      double metres = ScaleBar.metres(view, 60);
      // 1 : N on paper: a bar of so many metres is metres / N long, in inches of 72 points.
      double points = metres / view.denominator() / 0.0254 * 72;
      assertEquals(points, view.points(metres), 1e-9);
      assertTrue(points <= 60 && points > 20, points + " points");
      double leading = metres / Math.pow(10, Math.floor(Math.log10(metres)));
      assertTrue(List.of(1L, 2L, 5L).contains(Math.round(leading)), metres + " m");
    }
  }

  @Test
  void ticks_stand_at_round_coordinates() {
    MapView view =
        MapView.of(
            new Envelope(630_123, 631_777, 3_838_050, 3_839_321),
            new Rectangle2D.Double(0, 0, 400, 300));

    double step = GridTicks.step(view);

    assertEquals(200, step);
    assertEquals(view.frame().getX(), view.x(view.ground().getMinX()), 1e-9);
    assertEquals(view.frame().getMaxY(), view.y(view.ground().getMinY()), 1e-9);
  }

  @Test
  void no_name_covers_another_or_leaves_the_frame_and_the_heaviest_come_first() {
    Rectangle2D frame = new Rectangle2D.Double(0, 0, 300, 200);
    Random random = new Random(11);
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      wanted.add(
          new Wanted(
              "小区" + i,
              random.nextDouble() * 300,
              random.nextDouble() * 200,
              6,
              random.nextDouble(),
              60));
    }
    wanted.add(new Wanted("最重的一个", 150, 100, 6, 99, 60));

    List<Placed> placed = Labels.place(wanted, frame, List.of(), typeface);

    assertTrue(placed.size() > 50, placed.size() + " names");
    assertEquals("最重的一个", placed.get(0).text());
    for (int i = 0; i < placed.size(); i++) {
      assertTrue(frame.contains(placed.get(i).box()));
      for (int j = 0; j < i; j++) {
        assertFalse(
            placed.get(i).box().intersects(placed.get(j).box()),
            placed.get(i).text() + " on " + placed.get(j).text());
      }
    }
    Collections.shuffle(wanted, new Random(3));
    assertEquals(placed, Labels.place(wanted, frame, List.of(), typeface), "in any order");
  }

  @Test
  void what_has_no_letter_is_shown_by_its_code_point_and_nothing_is_dropped() {
    assertEquals("沥滘 小区", typeface.settable("沥滘 小区"));
    assertEquals("[U+1F600]", typeface.settable("\uD83D\uDE00"));
    assertEquals("[U+20BB7]野家", typeface.settable("\uD842\uDFB7野家"));
    assertEquals("a[U+202E]b", typeface.settable("a\u202Eb"), "what turns the text round is seen");
    assertEquals("a[U+D83D]b", typeface.settable("a\uD83Db"), "half a character");
    assertEquals("a b", typeface.settable("a\tb"));
    assertEquals("a[U+0000]b", typeface.settable("a\u0000b"));
  }

  @Test
  void long_names_end_in_an_ellipsis_and_fit() {
    String name = "很长的名字".repeat(40);

    String shown = typeface.fitting(name, 6, 80);

    assertTrue(shown.endsWith("…"));
    assertTrue(typeface.width(shown, 6) <= 80);
    assertEquals("短名", typeface.fitting("短名", 6, 80));
  }

  @Test
  void shares_and_differences_have_the_classes_of_the_legend() {
    assertEquals(new Color(0x100000), PALETTE.share(0));
    assertEquals(new Color(0x100000), PALETTE.share(0.19));
    assertEquals(new Color(0x200000), PALETTE.share(0.2));
    assertEquals(new Color(0x500000), PALETTE.share(1));
  }
}
