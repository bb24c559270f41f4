package org.lifecircle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.AppConfig.Requests;
import org.lifecircle.api.AccessRules;
import org.lifecircle.api.MapSettings;
import org.lifecircle.api.MapSettings.Basemap;
import org.lifecircle.api.Role;
import org.lifecircle.io.Limits;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.store.DatabaseUrl;

/** Reads {@code config/app.yaml}, as strictly as policy is read. */
final class AppConfigFile {

  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private AppConfigFile() {}

  /**
   * What this file says.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  static AppConfig read(Path file) throws IOException {
    return PolicyYaml.read(file, AppConfigFile::config);
  }

  private static AppConfig config(PolicyNode root) {
    PolicyNode server = root.child("server");
    String host = server.text("host");
    int port = server.wholeNumber("port", 0, 65_535);
    server.done();
    PolicyNode requests = root.child("requests");
    Requests asked = requests(requests);
    if (asked.pageItems() > asked.maxPageItems()) {
      requests.fault(
          "page_items", "不得大于 max_page_items", "it must not be larger than max_page_items");
    }
    return new AppConfig(
        host,
        port,
        root.text("workspace"),
        database(root),
        languages(root),
        new MapSettings(
            root.findText("map_approval").orElse(""),
            root.findChild("basemap").map(AppConfigFile::basemap).orElse(null)),
        asked,
        files(root.child("files")),
        access(root));
  }

  private static AppConfig.Access access(PolicyNode root) {
    Optional<PolicyNode> found = root.findChild("access");
    if (found.isEmpty()) {
      return new AppConfig.Access(Optional.empty(), List.of());
    }
    PolicyNode node = found.get();
    Optional<Role> anonymous = node.findCode("anonymous", Role.class);
    if (anonymous.filter(Role::seesPersons).isPresent()) {
      node.fault("anonymous", "个人信息须用令牌", "persons take a token");
    }
    List<AccessRules.Token> tokens = new ArrayList<>();
    for (PolicyNode token : node.has("tokens") ? node.children("tokens") : List.<PolicyNode>of()) {
      String hash = token.text("sha256");
      if (!hash.matches("[0-9a-f]{64}")) {
        token.fault(
            "sha256",
            "须为令牌的 SHA-256（64 位十六进制）",
            "the SHA-256 of a token in 64 hexadecimal digits is needed");
      }
      tokens.add(new AccessRules.Token(token.text("name"), token.code("role", Role.class), hash));
      token.done();
    }
    node.done();
    return new AppConfig.Access(anonymous, tokens);
  }

  private static @Nullable Basemap basemap(PolicyNode node) {
    List<String> tiles = node.texts("tiles");
    String attribution = node.text("attribution");
    int maxZoom = node.wholeNumber("max_zoom", 1, 24);
    node.done();
    if (tiles.isEmpty() || !tiles.stream().allMatch(Basemap::isTemplate)) {
      node.fault(
          "tiles",
          "应为含 {z}、{x}、{y} 的 http 或 https 地址",
          "http or https addresses with {z}, {x} and {y} are needed");
      return null;
    }
    return new Basemap(tiles, attribution, maxZoom);
  }

  private static Optional<DatabaseUrl> database(PolicyNode root) {
    Optional<String> url = root.findText("database");
    try {
      return url.map(DatabaseUrl::of);
    } catch (BadValueException e) {
      root.fault("database", e.reason().zh(), e.reason().en());
      return Optional.empty();
    }
  }

  private static List<String> languages(PolicyNode root) {
    List<String> languages = root.texts("languages");
    if (languages.isEmpty() || !LANGUAGES.containsAll(languages)) {
      root.fault("languages", "应为 zh、en 或两者", "zh, en or both are needed");
    }
    return languages;
  }

  private static Requests requests(PolicyNode node) {
    Requests requests =
        new Requests(
            node.wholeNumber("page_items", 1, 1_000_000),
            node.wholeNumber("max_page_items", 1, 1_000_000),
            node.findWholeNumber("heavy_at_once", 1, 1000)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()),
            node.wholeNumber("heavy_waiting", 0, 10_000),
            node.wholeNumber("jobs_at_once", 1, 1000),
            node.wholeNumber("jobs_waiting", 1, 10_000),
            node.wholeNumber("wait_s", 1, 3600),
            node.wholeNumber("request_s", 1, 3600),
            node.wholeNumber("idle_s", 1, 3600),
            node.wholeNumber("header_bytes", 1024, 1 << 20),
            node.wholeNumber("min_bytes_per_s", 0, 1 << 20));
    node.done();
    return requests;
  }

  private static Limits files(PolicyNode node) {
    Limits limits =
        new Limits(
            (long) node.wholeNumber("file_mb", 1, 1 << 20) << 20,
            node.wholeNumber("depth", 8, 1000),
            node.wholeNumber("string_chars", 256, 1 << 24),
            node.wholeNumber("columns", 1, 10_000),
            node.wholeNumber("features", 1, 100_000_000),
            node.wholeNumber("vertices", 100, 100_000_000),
            node.wholeNumber("self_crossings", 0, 1_000_000),
            new Limits.Unpacked(
                (long) node.wholeNumber("unpacked_mb", 1, 1 << 20) << 20,
                node.wholeNumber("unpacked_ratio", 1, 10_000),
                node.wholeNumber("archive_entries", 1, 100_000)));
    node.done();
    return limits;
  }
}
