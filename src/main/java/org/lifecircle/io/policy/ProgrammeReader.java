package org.lifecircle.io.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.programme.Fraction;
import org.lifecircle.model.programme.ProgrammeRules;
import org.lifecircle.model.programme.Quotation;
import org.lifecircle.model.programme.RelapseRules;
import org.lifecircle.model.programme.ShaftRules;
import org.lifecircle.model.programme.ShareTable;
import org.lifecircle.model.programme.SubsidyRules;
import org.lifecircle.model.programme.VoteRules;
import org.lifecircle.model.programme.VoteScope;

/** Reads the block {@code programme} of {@code renewal.yaml}. */
final class ProgrammeReader {

  private static final Fraction STAND_IN = new Fraction(1, 1);

  private final Provenances provenances;

  ProgrammeReader(Provenances provenances) {
    this.provenances = provenances;
  }

  ProgrammeRules read(PolicyNode node) {
    ProgrammeRules rules =
        new ProgrammeRules(
            tables(node),
            subsidy(node.child("lift_subsidy")),
            cost(node.child("lift_cost")),
            votes(node.child("votes")),
            shaft(node.child("lift_shaft")),
            relapse(node.child("relapse")),
            wishes(node.child("wishes")),
            privacy(node.child("privacy")),
            quotations(node));
    node.done();
    return rules;
  }

  private List<ShareTable> tables(PolicyNode node) {
    List<ShareTable> tables = new ArrayList<>();
    for (PolicyNode table : node.children("lift_shares")) {
      tables.add(
          new ShareTable(
              table.id(),
              table.words("name"),
              decimals(table, "factors"),
              table.findText("step").map(text -> decimal(table, "step", text)).orElse(null),
              table.truth("by_floor", false),
              provenances.read(table)));
      table.done();
    }
    // Without one there is a fault already; the stand-in is never used.
    return tables;
  }

  private static List<BigDecimal> decimals(PolicyNode node, String key) {
    return node.texts(key).stream().map(text -> decimal(node, key, text)).toList();
  }

  private static BigDecimal decimal(PolicyNode node, String key, String text) {
    if (text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
      return new BigDecimal(text);
    }
    node.fault(key, "应为小数，如 0.5", "a decimal is needed, such as 0.5");
    return BigDecimal.ONE;
  }

  private static Fraction fraction(PolicyNode node, String key) {
    String text = node.text(key);
    if (text.matches("[0-9]{1,3}/[1-9][0-9]{0,2}")) {
      String[] parts = text.split("/", 2);
      return new Fraction(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
    if (node.has(key)) {
      node.fault(key, "应为分数，如 2/3", "a fraction is needed, such as 2/3");
    }
    return STAND_IN;
  }

  private SubsidyRules subsidy(PolicyNode node) {
    SubsidyRules rules =
        new SubsidyRules(
            fraction(node, "share"),
            100L * node.wholeNumber("cap_yuan", 0, 100_000_000),
            fraction(node, "city_share"),
            node.wholeNumber("min_floors", 1, 100),
            provenances.read(node));
    node.done();
    return rules;
  }

  private VoteRules votes(PolicyNode node) {
    VoteRules rules =
        new VoteRules(
            fraction(node, "participate"),
            fraction(node, "approve_major"),
            fraction(node, "approve_ordinary"),
            node.code("lift_scope", VoteScope.class),
            provenances.read(node));
    node.done();
    return rules;
  }

  private ShaftRules shaft(PolicyNode node) {
    ShaftRules rules =
        new ShaftRules(
            node.number("width_m", 0.5, 10),
            node.number("depth_m", 0.5, 10),
            node.number("landing_m", 0, 10),
            node.number("overrun_m", 0, 10),
            node.number("fire_lane_m", 0, 20),
            node.number("daylight_h", 0, 12),
            node.number("sun_degrees_per_h", 5, 30),
            provenances.read(node));
    node.done();
    return rules;
  }

  private RelapseRules relapse(PolicyNode node) {
    RelapseRules rules =
        new RelapseRules(
            fraction(node, "fee_rate"),
            node.wholeNumber("falling_points", 1, 100),
            node.wholeNumber("years_after", 1, 50),
            provenances.read(node));
    node.done();
    return rules;
  }

  private long cost(PolicyNode node) {
    int yuan = node.wholeNumber("yuan", 1, 100_000_000);
    provenances.read(node);
    node.done();
    return 100L * yuan;
  }

  private double wishes(PolicyNode node) {
    double most = node.number("most", 0, 10);
    provenances.read(node);
    node.done();
    return most;
  }

  private int privacy(PolicyNode node) {
    int people = node.wholeNumber("minimum_people", 10, 1000);
    provenances.read(node);
    node.done();
    return people;
  }

  private List<Quotation> quotations(PolicyNode node) {
    List<Quotation> quotations = new ArrayList<>();
    for (PolicyNode quoted : node.children("quotations")) {
      @Nullable Double from = quoted.findNumber("from", 0, 1e9).orElse(null);
      @Nullable Double below = quoted.findNumber("below", 0, 1e9).orElse(null);
      quotations.add(
          new Quotation(quoted.id(), quoted.words("text"), from, below, provenances.read(quoted)));
      quoted.done();
    }
    return quotations;
  }
}
