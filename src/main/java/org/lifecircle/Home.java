package org.lifecircle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lifecircle.api.ExportRules;
import org.lifecircle.api.ImportRules;
import org.lifecircle.api.Policy;
import org.lifecircle.api.ReportRules;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.osm.OsmMapping;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Standard;

/** The folder the program lives in, with its configuration and its demo district. */
record Home(Path folder) {

  /** As the launcher says; else the folder the program was started in. */
  static Home find() {
    return new Home(Path.of(System.getProperty("lifecircle.home", ".")));
  }

  Path config(String name) {
    return folder.resolve("config").resolve(name);
  }

  /** The demo district. */
  Path demo() {
    return folder.resolve("data").resolve("xigong");
  }

  AppConfig app() throws IOException {
    return AppConfigFile.read(config("app.yaml"));
  }

  /** How people walk, every standard there is, and who places are for. */
  Policy policy() throws IOException {
    Map<String, Standard> standards = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> inside = Files.list(config("standards"))) {
      files = inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      Standard standard = PolicyFiles.standard(file);
      standards.put(standard.id(), standard);
    }
    return new Policy(
        PolicyFiles.walkingRules(config("walking.yaml")),
        standards,
        PolicyFiles.capacityRules(config("capacity.yaml")),
        PolicyFiles.renewalRules(config("renewal.yaml")),
        ExportRules.read(folder.resolve("config")),
        ReportRules.read(folder.resolve("config")));
  }

  /** How files are read, with the titles of the standards' kinds of facility among the names. */
  ImportRules importRules(Policy policy) throws IOException {
    Map<String, String> kinds = new TreeMap<>();
    for (Standard standard : policy.standards().values()) {
      for (FacilityKind kind : standard.kinds()) {
        kinds.put(kind.name().zh(), kind.id());
        kinds.put(kind.name().en(), kind.id());
      }
    }
    Naming naming =
        Naming.ofContract()
            .withValues(Layer.FACILITIES, "kind", kinds)
            .with(config("shapefile.yaml"))
            .with(config("names.yaml"));
    return new ImportRules(app().files(), naming, OsmMapping.read(config("osm.yaml")));
  }
}
