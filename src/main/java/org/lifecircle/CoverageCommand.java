package org.lifecircle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who reaches what. */
@Command(
    name = "coverage",
    description = "覆盖率。Who reaches what, and who is left out.",
    mixinStandardHelpOptions = true)
final class CoverageCommand extends AskCommand {

  @Option(names = "--by", description = "area, unit, compound, building, requirement, kind")
  private @Nullable String by;

  @Option(names = "--criterion", description = "distance, time")
  private @Nullable String criterion;

  @Option(names = "--group", description = "人群。Group, for example elder70.")
  private @Nullable String group;

  @Option(names = "--tier", description = "block, 5, 10, 15")
  private @Nullable String tier;

  @Option(names = "--door-to-door", description = "计入楼梯或电梯。Stairs or lift included.")
  private boolean doorToDoor;

  @Override
  String path() {
    return "/coverage";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "by", by);
    put(query, "criterion", criterion);
    put(query, "group", group);
    put(query, "tier", tier);
    put(query, "door_to_door", doorToDoor ? "true" : null);
  }

  @Override
  String usualFormat() {
    return "csv";
  }
}
