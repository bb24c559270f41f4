package org.lifecircle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How far people get. */
@Command(
    name = "isochrone",
    description = "等时圈。The ground within reach of a place, as GeoJSON.",
    mixinStandardHelpOptions = true)
final class IsochroneCommand extends AskCommand {

  @Option(names = "--at", required = true, paramLabel = "LON,LAT", description = "起点。The place.")
  private String at = "";

  @Option(names = "--minutes", paramLabel = "5,10,15", description = "分钟。Minutes.")
  private @Nullable String minutes;

  @Option(names = "--metres", paramLabel = "300,500", description = "米。Metres, instead.")
  private @Nullable String metres;

  @Option(names = "--group", description = "人群。Group.")
  private @Nullable String group;

  @Option(names = "--direction", description = "out, in")
  private @Nullable String direction;

  @Override
  String path() {
    return "/isochrone";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "at", at);
    put(query, "minutes", minutes);
    put(query, "metres", metres);
    put(query, "group", group);
    put(query, "direction", direction);
  }
}
