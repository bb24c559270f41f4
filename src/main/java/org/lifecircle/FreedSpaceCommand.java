package org.lifecircle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What ground demolition frees. */
@Command(
    name = "freed-space",
    description = "腾退空间。The ground that taking things down frees, as GeoJSON.",
    mixinStandardHelpOptions = true)
final class FreedSpaceCommand extends AskCommand {

  @Option(names = "--min-width", paramLabel = "M", description = "可用宽度。Usable width, metres.")
  private @Nullable String minWidth;

  @Option(names = "--min-area", paramLabel = "M2", description = "最小面积。Smaller is not listed.")
  private @Nullable String minArea;

  @Option(
      names = "--remove",
      paramLabel = "IDS",
      description = "拆除什么，缺省全部可拆的。walls:ID,illegal_structures:ID; else all that may go.")
  private @Nullable String remove;

  @Override
  String path() {
    return "/freed-space";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "min_width_m", minWidth);
    put(query, "min_area_m2", minArea);
    put(query, "remove", remove);
  }
}
