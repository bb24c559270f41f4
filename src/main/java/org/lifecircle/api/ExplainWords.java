package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.EntranceWalk;
import org.lifecircle.model.Explanation;
import org.lifecircle.model.Facility;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Limit;
import org.lifecircle.model.NearestInLine;
import org.lifecircle.model.SingleChange;
import org.lifecircle.model.Text;
import org.lifecircle.model.Walk;

/** Says an explanation in sentences, for people. */
final class ExplainWords {

  private static final int MOST_CHANGES = 3;

  private final Explanation told;
  private final List<Text> sentences = new ArrayList<>();

  private ExplainWords(Explanation told) {
    this.told = told;
  }

  static List<Text> of(Explanation told) {
    ExplainWords words = new ExplainWords(told);
    words.verdict();
    if (told.requirement().judgedBy() == JudgedBy.PRESENCE) {
      words.presence();
    } else {
      words.walks();
      words.whatWouldHelp();
    }
    return words.sentences;
  }

  private void say(String zh, String en) {
    sentences.add(new Text(zh, en));
  }

  private void verdict() {
    Text name = told.requirement().name();
    Text limit = limit();
    String people = people(told.residents());
    String met = people(told.residentsCovered());
    String zhIs = told.covered() ? "满足" : "不满足";
    String enIs = told.covered() ? "meets" : "does not meet";
    say(
        "楼栋 %s %s“%s”%s。".formatted(told.building(), zhIs, name.zh(), limit.zh()),
        "Building %s %s '%s'%s.".formatted(told.building(), enIs, name.en(), limit.en()));
    if (told.residents() > 0) {
      say(
          "居民 %s 人，其中 %s 人已覆盖。".formatted(people, met),
          "Of %s residents %s are covered.".formatted(people, met));
    } else {
      say("未见该楼居民数，按各出入口判断。", "Nobody is known to live there; its entrances are judged.");
    }
  }

  private Text limit() {
    Limit limit = told.requirement().limit();
    Integer metres = limit.metres();
    Integer minutes = limit.minutes();
    if (told.criterion() == Criterion.TIME && minutes != null) {
      return new Text(
          "（%s步行 %d 分钟以内）".formatted(told.group().name().zh(), minutes),
          " (within %d minutes on foot, %s)".formatted(minutes, told.group().name().en()));
    }
    return metres == null
        ? new Text("（本小区内须有）", " (one in the same compound)")
        : new Text("（步行 %d 米以内）".formatted(metres), " (within %d m on foot)".formatted(metres));
  }

  private void presence() {
    if (told.compound() == null) {
      say("该楼不在任何小区内。", "The building stands in no compound.");
    } else if (told.present().isEmpty()) {
      say(
          "小区 %s 内没有所需设施。".formatted(told.compound()),
          "There is none in compound %s.".formatted(told.compound()));
    } else {
      String ids = ids(told.present().stream().map(Facility::id).toList());
      say(
          "小区 %s 内有：%s。".formatted(told.compound(), ids),
          "Compound %s has %s.".formatted(told.compound(), ids));
    }
  }

  /** The entrance that is worst off, and the best one where it differs. */
  private void walks() {
    List<EntranceWalk> entrances = told.entrances();
    if (entrances.isEmpty()) {
      say("该楼没有已知的出入口，无从步行。", "No entrance of the building is known, so no walk leaves it.");
      return;
    }
    EntranceWalk worst = entrances.get(0);
    walk(worst);
    inLine(worst);
    EntranceWalk best = entrances.get(entrances.size() - 1);
    if (metres(best.walk()) != metres(worst.walk())) {
      walk(best);
    }
  }

  private void walk(EntranceWalk entrance) {
    String door = entrance.entrance().id();
    Facility facility = entrance.facility();
    Walk walk = entrance.walk();
    if (facility == null || walk == null) {
      say(
          "从单元门 %s 走不到任何合格的设施。".formatted(door),
          "From entrance %s no walk leads to any facility that counts.".formatted(door));
      return;
    }
    Text ratio = ratio(entrance);
    say(
        "从单元门 %s 到最近的合格设施%s，步行 %d 米，直线 %d 米%s。"
            .formatted(
                door,
                called(facility),
                metres(walk),
                Math.round(walk.straightMetres()),
                ratio.zh()),
        "From entrance %s it is %d m on foot to the nearest that counts, %s, and %d m in a straight line%s."
            .formatted(
                door,
                metres(walk),
                called(facility),
                Math.round(walk.straightMetres()),
                ratio.en()));
    if (!walk.openings().isEmpty()) {
      String gates = ids(walk.openings());
      say("依次经过出入口：%s。".formatted(gates), "The way leads through gates %s.".formatted(gates));
    }
    if (!walk.forcedBy().isEmpty()) {
      String barriers = ids(walk.forcedBy());
      say(
          "迫使绕行的障碍（拆除任一处即可明显缩短）：%s。".formatted(barriers),
          "What forces the way round, each by itself: %s.".formatted(barriers));
    }
  }

  private static Text ratio(EntranceWalk entrance) {
    Double ratio = entrance.detourRatio();
    if (ratio == null || ratio < 1.05) {
      return new Text("", "");
    }
    String times = String.format(Locale.ROOT, "%.1f", ratio);
    return new Text("，为其 %s 倍".formatted(times), ", %s times as far".formatted(times));
  }

  private void inLine(EntranceWalk entrance) {
    NearestInLine near = entrance.inLine();
    if (near == null) {
      return;
    }
    long metres = Math.round(near.straightMetres());
    Text why = why(near);
    say(
        "直线距离最近的是%s（%d 米），但%s。".formatted(called(near.facility()), metres, why.zh()),
        "In a straight line %s is nearest (%d m), but %s."
            .formatted(called(near.facility()), metres, why.en()));
  }

  private static Text why(NearestInLine near) {
    return switch (near.why()) {
      case NOT_OPEN -> new Text("它尚未开放或已停用", "it is not open");
      case TOO_FAR_OUT ->
          new Text("它离研究范围太远，不计入", "it lies too far outside the area to be counted");
      case TOO_SMALL -> new Text("它的规模达不到该项要求", "it is too small for this requirement");
      case OTHER_COMPOUND_ONLY -> new Text("它只服务于所在小区", "it serves only its own compound");
      case BEHIND_RESIDENTS_GATE ->
          new Text(
              "近路须经过只供他人小区居民使用的门：" + ids(near.residentsGates()),
              "the short way leads through residents' gates of others: "
                  + ids(near.residentsGates()));
      case NO_WALK -> new Text("没有路可走到", "no walk leads there");
      case LONGER_WALK -> {
        long metres = near.walkMillimetres() == null ? 0 : Math.round(near.walkMillimetres() / 1e3);
        yield new Text(
            "走过去更远，要 %d 米".formatted(metres), "the walk is longer, %d m".formatted(metres));
      }
    };
  }

  private void whatWouldHelp() {
    if (told.covered()) {
      return;
    }
    if (told.changes().isEmpty()) {
      say(
          "没有哪一处围墙、违建或门，单独拆除或打开就能使该楼达标。",
          "No single piece of wall, structure or gate would, once gone or open, be enough.");
      return;
    }
    for (SingleChange single :
        told.changes().subList(0, Math.min(MOST_CHANGES, told.changes().size()))) {
      Text what = what(single.change());
      Text left = left(single);
      say(
          "只需%s，即可达标：最远出入口%s。".formatted(what.zh(), left.zh()),
          "It would be enough to %s: then it is %s from the farthest entrance."
              .formatted(what.en(), left.en()));
    }
    int more = told.changes().size() - MOST_CHANGES;
    if (more > 0) {
      say("另有 %d 处也可以。".formatted(more), "%d others would do as well.".formatted(more));
    }
  }

  private Text left(SingleChange single) {
    long whole = Math.round(single.cost() / 1000.0);
    return told.criterion() == Criterion.TIME
        ? new Text("步行 %d 秒".formatted(whole), "%d s on foot".formatted(whole))
        : new Text("步行 %d 米".formatted(whole), "%d m on foot".formatted(whole));
  }

  private static Text what(Change change) {
    return switch (change.layer()) {
      case WALLS -> new Text("拆除围墙 " + change.id(), "take down wall " + change.id());
      case GATES -> new Text("打开门 " + change.id(), "open gate " + change.id());
      default -> new Text("拆除违建 " + change.id(), "take down structure " + change.id());
    };
  }

  private static String called(Facility facility) {
    return facility.name() == null ? facility.id() : facility.name() + " (" + facility.id() + ")";
  }

  private static String ids(List<String> ids) {
    return String.join(", ", ids);
  }

  private static long metres(@Nullable Walk walk) {
    return walk == null ? -1 : Math.round(walk.distanceMillimetres() / 1000.0);
  }

  private static String people(double people) {
    return Parameters.plain(Numbers.rounded(people, 1));
  }
}
