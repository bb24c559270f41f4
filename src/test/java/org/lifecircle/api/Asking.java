package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;

/** A drawn town that is asked without a server in between, under the product's own policy. */
final class Asking {

  static final String STANDARD = "gb50180-2018";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StoredArea stored;
  private final AreaQuestions questions;

  private Asking(StoredArea stored) throws IOException {
    this.stored = stored;
    questions = new AreaQuestions(stored, policy(), ServerSettings.USUAL);
  }

  /** The town set down in the real Xigong, judged by the national standard. */
  static Asking of(Path folder, StudyArea town) {
    try {
      Workspace workspace = Workspace.at(folder);
      Served.keep(workspace, Served.inXigong("drawn", town, STANDARD));
      return new Asking(workspace.read(workspace.findCurrent("drawn").orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Policy policy() throws IOException {
    Path config = Path.of(System.getProperty("lifecircle.home", "."), "config");
    Standard standard =
        PolicyFiles.standard(config.resolve("standards").resolve(STANDARD + ".yaml"));
    return new Policy(
        PolicyFiles.walkingRules(config.resolve("walking.yaml")),
        Map.of(STANDARD, standard),
        PolicyFiles.capacityRules(config.resolve("capacity.yaml")),
        PolicyFiles.renewalRules(config.resolve("renewal.yaml")),
        ExportRules.read(config),
        ReportRules.read(config));
  }

  /** As it was kept: in metres of the CRS of Xigong. */
  StudyArea area() {
    return stored.area();
  }

  String text(String path, Map<String, String> query) throws IOException {
    Findings findings = questions.ask(path, query);
    String form = query.getOrDefault("f", "json");
    if (form.equals("json")) {
      return questions.json(findings, path);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    questions.write(findings, form.equals("csv") ? Format.CSV : Format.GEOJSON, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  JsonNode json(String path, Map<String, String> query) throws IOException {
    return JSON.readTree(text(path, query));
  }
}
