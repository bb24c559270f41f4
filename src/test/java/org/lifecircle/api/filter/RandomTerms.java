package org.lifecircle.api.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Filters made up by chance, on compounds. */
final class RandomTerms {

  static final List<String> NAMES =
      List.of(
          "alpha", "Alpha", "beta", "BETA", "a_b", "a%b", "it's", "西工地", "西_地", "back\\slash", "");

  private static final List<String> PATTERNS =
      List.of("%", "a%", "A%", "%a", "_", "_____", "%\\%%", "%\\_%", "西%", "%'%", "a\\%b", "");
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");
  private static final List<String> RELATIONS =
      List.of(
          "s_intersects",
          "s_disjoint",
          "s_within",
          "s_contains",
          "s_touches",
          "s_overlaps",
          "s_crosses",
          "s_equals");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Random random;

  RandomTerms(long seed) {
    random = new Random(seed);
  }

  Term truth(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(5)) {
        case 0, 1 -> new Call("and", some(depth));
        case 2, 3 -> new Call("or", some(depth));
        default -> new Call("not", List.of(truth(depth - 1)));
      };
    }
    return switch (random.nextInt(9)) {
      case 0 -> new Call(pick(COMPARISONS), List.of(number(2), number(2)));
      case 1 -> new Call(pick(COMPARISONS), List.of(text(), text()));
      case 2 -> new Call(pick(COMPARISONS), List.of(new Property("gated"), new Value(flip())));
      case 3 -> new Call("like", List.of(text(), new Value(pick(PATTERNS))));
      case 4 -> new Call("between", List.of(number(1), number(1), number(1)));
      case 5 -> new Call("in", List.of(number(1), number(0), number(0), number(0)));
      case 6 -> new Call("in", List.of(text(), new Value(pick(NAMES)), new Value(pick(NAMES))));
      case 7 -> new Call("isNull", List.of(property("name", "residents", "gated", "households")));
      default -> relation();
    };
  }

  private Term relation() {
    List<Term> two = List.of(new Property("geometry"), new Value(shape()));
    return new Call(pick(RELATIONS), flip() ? two : List.of(two.get(1), two.get(0)));
  }

  /** On a coarse grid, so that shapes touch and coincide. */
  static Geometry square(int x, int y, int size) {
    double step = 0.25;
    return FACTORY.toGeometry(
        new Envelope(x * step, (x + size) * step, y * step, (y + size) * step));
  }

  private Geometry shape() {
    int x = random.nextInt(8);
    int y = random.nextInt(8);
    if (flip()) {
      return square(x, y, 1 + random.nextInt(5));
    }
    Coordinate a = new Coordinate(x * 0.25, y * 0.25);
    Coordinate b = new Coordinate(random.nextInt(8) * 0.25, 2.25 + random.nextInt(3));
    return random.nextInt(3) == 0
        ? FACTORY.createPoint(a)
        : FACTORY.createLineString(new Coordinate[] {a, b});
  }

  private List<Term> some(int depth) {
    List<Term> some = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      some.add(truth(depth - 1));
    }
    return some;
  }

  private Term number(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      String sign = pick(List.of("+", "-", "*", "/"));
      return new Call(sign, List.of(number(depth - 1), number(depth - 1)));
    }
    return random.nextInt(3) == 0
        ? new Value(random.nextInt(13) * 0.5 - 1)
        : property("residents", "households", "built_year");
  }

  private Term text() {
    Term text = random.nextInt(4) == 0 ? new Value(pick(NAMES)) : property("name", "managed_by");
    return random.nextInt(5) == 0 ? new Call("casei", List.of(text)) : text;
  }

  private Property property(String... names) {
    return new Property(names[random.nextInt(names.length)]);
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
