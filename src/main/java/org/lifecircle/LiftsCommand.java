package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaLifts;
import org.lifecircle.api.JsonText;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.renewal.LiftStage;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The lifts of the programme, or one of them from wish to whom it helps. */
@Command(
    name = "lifts",
    description = "加装电梯。Lifts; one of them: vote, shares, what is missing, room, whom it helps.",
    mixinStandardHelpOptions = true)
final class LiftsCommand implements Callable<Integer> {

  /** The days a lift has, by the stage that begins with each. */
  private static final Map<String, LiftStage> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("wished_on", LiftStage.WISHED);
    STEPS.put("approved_on", LiftStage.APPROVED);
    STEPS.put("started_on", LiftStage.UNDER_WAY);
    STEPS.put("registered_on", LiftStage.REGISTERED);
  }

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Parameters(index = "1", paramLabel = "LIFT", arity = "0..1", description = "电梯编号。Id of a lift.")
  private @Nullable String lift;

  @Option(names = "--as-of", paramLabel = "DAY", description = "截至哪一天。As of this day; else today.")
  private @Nullable String asOf;

  @Option(names = "--group", description = "受益按谁的步速。At whose pace the gains are.")
  private String group = "elder70";

  @Option(names = "--out", paramLabel = "FILE", description = "写入 .json。Writes a .json file.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Home home = Home.find();
    PrintWriter print = spec.commandLine().getOut();
    Workspace kept = workspace.open(home);
    StoredArea stored = WorkspaceOption.read(kept, area);
    try (RecordStore store = RecordStore.of(kept)) {
      AreaLifts lifts =
          new AreaLifts(stored, home.policy(), store, asOf, Complaints.say("zh", "en"));
      if (lift == null) {
        List<? extends Map<String, ?>> all = lifts.all();
        if (!written(all, print)) {
          list(all, print);
        }
      } else {
        Map<String, ?> one = lifts.find(lift, group).orElseThrow(this::unknown);
        if (!written(one, print)) {
          show(one, print);
        }
      }
    } catch (BadValueException e) {
      throw new Complaints.UsageException(e.reason().zh(), e.reason().en());
    }
    print.flush();
    return Complaints.DONE;
  }

  private Complaints.UsageException unknown() {
    return new Complaints.UsageException(
        area + " 没有电梯 " + lift, "there is no lift " + lift + " in " + area);
  }

  private boolean written(Object told, PrintWriter print) throws IOException {
    if (out != null) {
      Files.writeString(out, JsonText.of(told) + "\n", StandardCharsets.UTF_8);
      print.println(out);
    } else if (json) {
      print.println(JsonText.of(told));
    }
    return out != null || json;
  }

  private static void list(List<? extends Map<String, ?>> lifts, PrintWriter print) {
    TextTable table =
        new TextTable(
            Complaints.say("编号", "id"),
            Complaints.say("单元门", "entrance"),
            Complaints.say("小区", "compound"),
            Complaints.say("进度", "stage"),
            Complaints.say("造价 元", "cost yuan"),
            Complaints.say("补助 元", "subsidy yuan"),
            Complaints.say("尚缺", "missing"));
    for (Map<String, ?> lift : lifts) {
      table.add(
          Shown.text(lift.get("id")),
          Shown.text(lift.get("entrance_id")),
          Shown.text(lift.get("compound_id")),
          stage(lift.get("stage")),
          Shown.whole(lift.get("cost_yuan")),
          Shown.whole(lift.get("subsidy_yuan")),
          Shown.count(lift.get("missing")));
    }
    table.print(print);
  }

  private static void show(Map<String, ?> lift, PrintWriter print) {
    print.println(
        Complaints.say("%s，单元门 %s：%s，截至 %s", "%s at entrance %s: %s, as of %s")
            .formatted(
                lift.get("id"),
                lift.get("entrance_id"),
                stage(lift.get("stage")),
                lift.get("as_of")));
    STEPS.forEach(
        (step, stage) -> {
          Object on = lift.get(step);
          if (on != null && String.valueOf(on).compareTo(String.valueOf(lift.get("as_of"))) <= 0) {
            print.println("  " + said(stage) + " " + on);
          }
        });
    if (lift.get("votes") instanceof List<?> votes) {
      votes.forEach(vote -> vote((Map<?, ?>) vote, print));
    }
    print.println(
        Complaints.say(
                "造价 %s 元，补助 市 %s、区 %s，业主分摊 %s",
                "cost %s yuan; subsidy: city %s, district %s; owners %s")
            .formatted(
                lift.get("cost_yuan"),
                lift.get("subsidy_city_yuan"),
                lift.get("subsidy_district_yuan"),
                lift.get("net_yuan")));
    shares(lift, print);
    reasons(Complaints.say("尚缺", "still missing"), lift.get("missing"), print);
    if (lift.get("fit") instanceof Map<?, ?> fit) {
      boolean fits = Boolean.TRUE.equals(fit.get("fits"));
      print.println(
          fits
              ? Complaints.say("地图上放得下", "there is room on the map")
              : Complaints.say("地图上放不下", "there is no room on the map"));
      reasons("", fit.get("reasons"), print);
    }
  }

  private static String stage(@Nullable Object code) {
    return Coded.find(LiftStage.class, String.valueOf(code))
        .map(LiftsCommand::said)
        .orElse(Shown.text(code));
  }

  private static String said(LiftStage stage) {
    return Complaints.say(stage.title().zh(), stage.title().en());
  }

  private static void vote(Map<?, ?> vote, PrintWriter print) {
    String sums =
        Boolean.TRUE.equals(vote.get("suppressed"))
            ? Complaints.say("票数不公布", "no numbers are told")
            : Complaints.say("%s 户中 %s 户参与，%s 户同意", "of %s, %s took part and %s agreed")
                .formatted(
                    vote.get("owners"), vote.get("participated_heads"), vote.get("approved_heads"));
    Object lawful = vote.get("lawful");
    String passed =
        lawful == null
            ? Complaints.say("尚未截止", "open")
            : Boolean.TRUE.equals(lawful)
                ? Complaints.say("通过", "passed")
                : Complaints.say("未通过", "not passed");
    print.println(
        Complaints.say("表决 %s（《民法典》第二百七十八条）：%s；%s", "vote %s (Civil Code art. 278): %s; %s")
            .formatted(vote.get("id"), passed, sums));
  }

  private static void shares(Map<String, ?> lift, PrintWriter print) {
    TextTable table =
        new TextTable(
            Complaints.say("楼层", "floor"),
            Complaints.say("户", "flats"),
            Complaints.say("共付 元", "together pay yuan"),
            Complaints.say("下楼 秒", "seconds down"),
            Complaints.say("加梯后", "with it"),
            Complaints.say("新增达标 人×项", "residents × requirements gained"));
    List<?> gained =
        lift.get("gains") instanceof Map<?, ?> g && g.get("floors") instanceof List<?> floors
            ? floors
            : List.of();
    for (Object one : lift.get("by_floor") instanceof List<?> floors ? floors : List.of()) {
      if (one instanceof Map<?, ?> floor) {
        Map<?, ?> gain = floor(gained, floor.get("floor"));
        table.add(
            Shown.text(floor.get("floor")),
            Shown.text(floor.get("flats")),
            Shown.text(floor.get("pay_yuan")),
            Shown.text(gain.get("seconds_before")),
            Shown.text(gain.get("seconds_after")),
            Shown.whole(gain.get("residents_gained")));
      }
    }
    table.print(print);
  }

  private static Map<?, ?> floor(List<?> floors, @Nullable Object number) {
    for (Object one : floors) {
      if (one instanceof Map<?, ?> floor
          && String.valueOf(floor.get("floor")).equals("" + number)) {
        return floor;
      }
    }
    return Map.of();
  }

  private static void reasons(String title, @Nullable Object reasons, PrintWriter print) {
    if (reasons instanceof List<?> all && !all.isEmpty()) {
      if (!title.isEmpty()) {
        print.println(title);
      }
      all.forEach(reason -> print.println("  " + reason));
    }
  }
}
