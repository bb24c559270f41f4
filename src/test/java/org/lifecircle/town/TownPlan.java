package org.lifecircle.town;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;

/**
 * A town under the hands of {@link RandomTown}: lattice coordinates in, features with ids out.
 *
 * <p>The lattice is 65 mm = 5 × 13 mm wide, so that turning by 3-4-5 and 5-12-13 and shearing by a
 * fifth and a thirteenth give whole millimetres again: lines that meet on the lattice meet exactly,
 * however slanted the town.
 */
final class TownPlan {

  /** Numerators of a matrix over a common denominator. */
  private record Slant(int a, int b, int c, int d, int over) {}

  private static final Slant[] SLANTS = {
    new Slant(3, -4, 4, 3, 5),
    new Slant(5, -12, 12, 5, 13),
    new Slant(5, 1, 0, 5, 5),
    new Slant(43, -49, 52, 39, 65)
  };

  final Random random;
  final Evidence evidence;
  private final Slant slant;
  private final TownBuilder town;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<TownFeature, Integer> features = new EnumMap<>(TownFeature.class);

  TownPlan(long seed) {
    random = new Random(seed * 7919 + 17);
    evidence = chance(0.4) ? Evidence.OSM : Evidence.SURVEY;
    town = TownBuilder.of(evidence);
    if (evidence == Evidence.OSM) {
      saw(TownFeature.OSM);
    }
    if (chance(0.5)) {
      slant = SLANTS[random.nextInt(SLANTS.length)];
      saw(TownFeature.SLANTED);
    } else {
      slant = new Slant(1, 0, 0, 1, 1);
    }
  }

  /** Metres as lattice steps. */
  static int steps(double metres) {
    return (int) Math.round(metres / 0.065);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Between two lengths in metres, in lattice steps. */
  int between(double fromMetres, double toMetres) {
    return steps(fromMetres + random.nextDouble() * (toMetres - fromMetres));
  }

  void saw(TownFeature feature) {
    features.merge(feature, 1, Integer::sum);
  }

  Map<TownFeature, Integer> features() {
    return features;
  }

  StudyArea build() {
    return town.build();
  }

  String compound(@Nullable Boolean gated, int... xys) {
    String id = next("c");
    if (gated == null) {
      town.compound(id, slanted(corners(xys)));
    } else {
      town.gatedCompound(id, slanted(corners(xys)));
    }
    return id;
  }

  String wall(int... xys) {
    return wall(Status.STANDING, xys);
  }

  String wall(Status status, int... xys) {
    String id = next("w");
    town.wall(id, status, slanted(xys));
    if (status == Status.DEMOLISHED) {
      saw(TownFeature.DEMOLISHED_WALL);
    }
    return id;
  }

  void gate(Access access, int x, int y) {
    double[] xy = slanted(x, y);
    town.gate(next("g"), xy[0], xy[1], access);
    saw(
        switch (access) {
          case PUBLIC -> TownFeature.PUBLIC_GATE;
          case RESIDENTS -> TownFeature.RESIDENTS_GATE;
          case CLOSED -> TownFeature.CLOSED_GATE;
        });
  }

  Access anyAccess() {
    double dice = random.nextDouble();
    return dice < 0.45 ? Access.PUBLIC : dice < 0.8 ? Access.RESIDENTS : Access.CLOSED;
  }

  String building(int x0, int y0, int x1, int y1) {
    String id = next("b");
    town.building(id, slanted(corners(x0, y0, x1, y1)));
    return id;
  }

  void structure(StructurePosition position, int x0, int y0, int x1, int y1) {
    town.structure(next("s"), position, slanted(corners(x0, y0, x1, y1)));
    saw(
        position == StructurePosition.ATTACHED
            ? TownFeature.STRUCTURE_ATTACHED
            : TownFeature.STRUCTURE_ON_GROUND);
  }

  void plaza(int x0, int y0, int x1, int y1) {
    town.plaza(next("o"), slanted(corners(x0, y0, x1, y1)));
  }

  void water(int x0, int y0, int x1, int y1) {
    town.water(next("k"), slanted(corners(x0, y0, x1, y1)));
    saw(TownFeature.WATER);
  }

  void street(int... xys) {
    town.path(next("p"), PathKind.STREET, 6, slanted(xys));
  }

  void footway(int... xys) {
    town.footway(next("p"), slanted(xys));
  }

  void passage(int... xys) {
    town.passage(next("p"), slanted(xys));
    saw(TownFeature.PASSAGE);
  }

  void bridge(int... xys) {
    town.bridge(next("p"), slanted(xys));
    saw(TownFeature.BRIDGE);
  }

  void entrance(@Nullable String building, int x, int y) {
    double[] xy = slanted(x, y);
    town.entrance(next("e"), building, xy[0], xy[1]);
  }

  void facility(Serves serves, int x, int y) {
    double[] xy = slanted(x, y);
    String kind = chance(0.5) ? "kindergarten" : "clinic";
    town.facility(next("f"), kind, serves, xy[0], xy[1]);
  }

  private String next(String prefix) {
    return "%s%02d".formatted(prefix, numbers.merge(prefix, 1, Integer::sum));
  }

  private static int[] corners(int... xys) {
    return xys.length > 4
        ? xys
        : new int[] {xys[0], xys[1], xys[2], xys[1], xys[2], xys[3], xys[0], xys[3]};
  }

  private double[] slanted(int... xys) {
    double[] metres = new double[xys.length];
    for (int i = 0; i < xys.length; i += 2) {
      long x = 65L * (slant.a() * (long) xys[i] + slant.b() * (long) xys[i + 1]);
      long y = 65L * (slant.c() * (long) xys[i] + slant.d() * (long) xys[i + 1]);
      metres[i] = Math.toIntExact(x / slant.over()) / 1000.0;
      metres[i + 1] = Math.toIntExact(y / slant.over()) / 1000.0;
    }
    return metres;
  }
}
