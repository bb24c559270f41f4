package org.lifecircle.api.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.api.filter.FilteredTable.Row;
import org.lifecircle.store.TeamServer;
import org.lifecircle.town.RandomTown;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.Function;

/**
 * Filters made up by chance choose the same features as the SQL they mean, every value bound. SQL's
 * unknowns, patterns and orders are the databases' own; so are PostGIS's relations of geometries.
 */
class FiltersAsSqlTest {

  private static final Map<String, Type> PROPERTIES =
      new LinkedHashMap<>(
          Map.of(
              "name", Type.TEXT,
              "managed_by", Type.TEXT,
              "built_year", Type.NUMBER,
              "households", Type.NUMBER,
              "residents", Type.NUMBER,
              "gated", Type.TRUTH,
              "geometry", Type.GEOMETRY));

  @Test
  void random_filters_choose_what_sqlite_chooses() throws SQLException {
    List<Row> rows = FilteredTable.rows(1);
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      FilteredTable.fill(sqlite, rows, "BLOB", "?");
      try (var statement = sqlite.createStatement()) {
        statement.execute("PRAGMA case_sensitive_like = true");
      }
      for (String relation : JtsRelation.NAMES) {
        Function.create(sqlite, "jts_" + relation, new JtsRelation(relation));
      }

      int chosen = compare(sqlite, rows, RandomTown.seeds(10_000), new Sqlite());

      assertTrue(chosen > 10_000, chosen + " chosen in all");
    }
  }

  @Test
  void random_filters_choose_what_postgis_chooses() throws SQLException {
    List<Row> rows = FilteredTable.rows(2);
    try (Connection postgis = DriverManager.getConnection(TeamServer.newDatabase())) {
      FilteredTable.fill(postgis, rows, "geometry", "ST_GeomFromWKB(?)");

      int chosen = compare(postgis, rows, RandomTown.seeds(10_000), new PostGis());

      assertTrue(chosen > 10_000, chosen + " chosen in all");
    }
  }

  private static int compare(
      Connection connection, List<Row> rows, LongStream seeds, WrittenTerms.Dialect dialect)
      throws SQLException {
    int chosen = 0;
    for (long seed : seeds.toArray()) {
      Term term = new RandomTerms(seed).truth(3);
      String text = WrittenTerms.text(term);
      String json = WrittenTerms.json(term);
      List<Object> bound = new ArrayList<>();
      String sql = WrittenTerms.sql(term, bound, dialect);

      List<Integer> ofText = ids(Filter.ofText(text, PROPERTIES, UnaryOperator.identity()), rows);
      List<Integer> ofJson = ids(Filter.ofJson(json, PROPERTIES, UnaryOperator.identity()), rows);
      List<Integer> ofSql = FilteredTable.ids(connection, sql, bound);

      assertEquals(ofSql, ofText, () -> seed + ": " + text + "\n" + sql + " " + bound);
      assertEquals(ofText, ofJson, () -> seed + ": " + json);
      chosen += ofSql.size();
    }
    return chosen;
  }

  private static List<Integer> ids(Filter filter, List<Row> rows) {
    return rows.stream()
        .filter(row -> filter.test(row.values(), row::geometry))
        .map(Row::id)
        .toList();
  }

  private static final class PostGis implements WrittenTerms.Dialect {
    @Override
    public String column(String name) {
      boolean whole = name.equals("built_year") || name.equals("households");
      return whole ? name + "::double precision" : name;
    }

    @Override
    public String bind(Object value, List<Object> bound) {
      bound.add(value);
      if (value instanceof Geometry) {
        return "ST_GeomFromWKB(?)";
      }
      return value instanceof String ? "?::text COLLATE \"C\"" : "?";
    }

    @Override
    public String relations() {
      return "ST_";
    }
  }

  private static final class Sqlite implements WrittenTerms.Dialect {
    @Override
    public String column(String name) {
      boolean whole = name.equals("built_year") || name.equals("households");
      return whole ? "CAST(" + name + " AS REAL)" : name; // else 1 / 2 is 0
    }

    @Override
    public String bind(Object value, List<Object> bound) {
      bound.add(value);
      return "?";
    }

    @Override
    public String relations() {
      return "jts_";
    }
  }

  /** How two geometries lie to each other, by JTS's older code that the product does not use. */
  private static final class JtsRelation extends Function {
    static final List<String> NAMES =
        List.of(
            "intersects",
            "disjoint",
            "within",
            "contains",
            "touches",
            "overlaps",
            "crosses",
            "equals");
    private final String relation;

    JtsRelation(String relation) {
      this.relation = relation;
    }

    @Override
    protected void xFunc() throws SQLException {
      byte[] first = value_blob(0);
      byte[] second = value_blob(1);
      if (first == null || second == null) {
        result();
        return;
      }
      try {
        Geometry a = new WKBReader().read(first);
        Geometry b = new WKBReader().read(second);
        result(holds(a, b) ? 1 : 0);
      } catch (ParseException e) {
        throw new SQLException(e);
      }
    }

    private boolean holds(Geometry a, Geometry b) {
      return switch (relation) {
        case "intersects" -> a.intersects(b);
        case "disjoint" -> a.disjoint(b);
        case "within" -> a.within(b);
        case "contains" -> a.contains(b);
        case "touches" -> a.touches(b);
        case "overlaps" -> a.overlaps(b);
        case "crosses" -> a.crosses(b);
        default -> a.equalsTopo(b);
      };
    }
  }
}
