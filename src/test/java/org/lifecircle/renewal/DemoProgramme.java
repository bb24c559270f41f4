package org.lifecircle.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.file.AreaFolder;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Layer;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.programme.Programme;

/** The demo district and the records of its programme. */
final class DemoProgramme implements LedgerMeasures {

  private static final Path HOME = Path.of(System.getProperty("lifecircle.home", "."));
  private static final Path DEMO = HOME.resolve("data").resolve("xigong");

  private final StudyArea area;
  private final RenewalRules rules;
  private final Programme programme;
  private final Map<List<Object>, Optional<LaneWidth>> lanes = new HashMap<>();

  DemoProgramme() {
    try {
      Path config = HOME.resolve("config");
      WalkingRules walking = PolicyFiles.walkingRules(config.resolve("walking.yaml"));
      Set<String> kinds =
          PolicyFiles.standard(config.resolve("standards").resolve("gb50180-2018.yaml"))
              .kinds()
              .stream()
              .map(FacilityKind::id)
              .collect(Collectors.toSet());
      area =
          new Assembly(AssemblyRules.of(walking, kinds, Limits.USUAL))
              .assemble(new AreaFolder(Limits.USUAL).read(DEMO));
      rules = PolicyFiles.renewalRules(config.resolve("renewal.yaml"));
      byte[] json = Files.readAllBytes(DEMO.resolve("records").resolve("programme.json"));
      programme =
          new Programme(
              new RecordReader(Projection.of("EPSG:4546"))
                  .readFile(json).stream().map(RecordReader.Read::record).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StudyArea area() {
    return area;
  }

  Programme programme() {
    return programme;
  }

  /** Walked by another test, over HTTP: here nobody has everything. */
  @Override
  public Map<String, Double> residentsInCircle() {
    return Map.of();
  }

  @Override
  public Optional<LaneWidth> lane(String path, List<String> walls, List<String> structures) {
    return lanes.computeIfAbsent(
        List.of(path, walls, structures), unused -> measured(path, walls, structures));
  }

  private Optional<LaneWidth> measured(String path, List<String> walls, List<String> structures) {
    StudyArea only =
        area.with(Layer.PATHS, area.paths().stream().filter(p -> p.id().equals(path)).toList());
    Demolition demolition = new Demolition(new HashSet<>(walls), new HashSet<>(structures));
    return Lanes.of(only, demolition, rules).stream().findFirst();
  }
}
