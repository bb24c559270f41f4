package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the map, as they leave the server. */
class WebFilesTest {

  private static final Path PALETTE = Path.of("config", "styles", "palette.json");
  private static final Path SOURCES = Path.of("src", "main", "resources", "web");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.js|text/javascript; charset=utf-8|no-cache",
        "style.css|text/css; charset=utf-8|no-cache",
        "font.css|text/css; charset=utf-8|no-cache",
        "palette.json|application/json|no-cache",
        "icon.svg|image/svg+xml|no-cache",
        "vendor/noto-sans-sc/NotoSansSC-Regular-gbk.woff2|font/woff2"
            + "|public, max-age=31536000, immutable",
        "vendor/maplibre-gl-5.24.1/LICENSE.txt|text/plain;charset=utf-8"
            + "|public, max-age=31536000, immutable"
      })
  void a_file_has_its_type_and_is_kept_as_long_as_its_path_is_good(
      String name, String type, String kept) throws Exception {
    HttpResponse<byte[]> file = get("/web/" + name);

    assertEquals(200, file.statusCode());
    assertEquals(type, header(file, "Content-Type"));
    assertEquals(kept, header(file, "Cache-Control"));
    assertEquals(String.valueOf(file.body().length), header(file, "Content-Length"));
    Path source = name.equals("palette.json") ? PALETTE : SOURCES.resolve(name);
    assertEquals(-1, Files.mismatch(source, written(file.body())));
  }

  @Test
  void a_file_that_has_not_changed_is_not_sent_again() throws Exception {
    String tag = header(get("/web/main.js"), "ETag");

    assertEquals(304, get("/web/main.js", "If-None-Match", tag).statusCode());
    assertEquals(200, get("/web/main.js", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void who_takes_gzip_gets_it_once_and_with_a_tag_of_its_own() throws Exception {
    String name = "vendor/maplibre-gl-5.24.1/maplibre-gl-csp.js";
    HttpResponse<byte[]> packed = get("/web/" + name, "Accept-Encoding", "br, gzip;q=0.8");
    HttpResponse<byte[]> plain = get("/web/" + name, "Accept-Encoding", "gzip;q=0, identity");

    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertTrue(packed.body().length < 260_000, packed.body().length + " bytes");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertEquals(-1, Files.mismatch(SOURCES.resolve(name), written(unpacked)));
    assertEquals("", plain.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals(-1, Files.mismatch(SOURCES.resolve(name), written(plain.body())));
    assertTrue(!header(packed, "ETag").equals(header(plain, "ETag")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/nothing.js",
        "/web/vendor",
        "/web/vendor/",
        "/web/panels/..%2fmain.js",
        "/web/..%2flogback.xml",
        "/web/%2e%2e/logback.xml",
        "/web/.hidden.js",
        "/web/main.class"
      })
  void what_is_no_file_of_the_map_is_not_served(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);

    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
    assertEquals("application/problem+json", header(answer, "Content-Type"));
  }

  @Test
  void a_browser_gets_the_map_wherever_an_area_begins_and_programs_still_get_json()
      throws Exception {
    String page = Files.readString(SOURCES.resolve("index.html"));
    for (String path : List.of("/", "/areas/two-yards")) {
      HttpResponse<byte[]> map = get(path, "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
      assertEquals(page, new String(map.body(), StandardCharsets.UTF_8));
      String policy = header(map, "Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
      assertTrue(!policy.contains("unsafe"), policy);

      HttpResponse<byte[]> json = get(path, "Accept", "application/json");
      assertEquals("application/json", header(json, "Content-Type"));
    }
  }

  @Test
  void the_page_asks_again_for_a_map_of_another_build_only() throws Exception {
    String tag = header(get("/areas/two-yards", "Accept", "text/html"), "ETag");

    assertEquals(
        304, get("/areas/two-yards", "Accept", "text/html", "If-None-Match", tag).statusCode());
    assertEquals(
        200,
        get("/areas/two-yards", "Accept", "application/json", "If-None-Match", tag).statusCode());
  }

  @Test
  void the_standard_is_told_in_both_languages() throws Exception {
    var standard = served.json("/standard");

    assertEquals("test", standard.get("id").asText());
    assertEquals("测试", standard.get("name_zh").asText());
    assertEquals("planning", standard.at("/groups/0/id").asText());
    assertTrue(standard.at("/groups/0/speed_m_per_s").asDouble() > 0);
  }

  /** Whatever an area's names hold, they are text: nothing on the page parses strings as markup. */
  @Test
  void nothing_on_the_page_turns_data_into_markup_or_code_or_loads_from_elsewhere()
      throws Exception {
    Pattern markup =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function"
                + "|DOMParser|setHTML|createContextualFragment|srcdoc");
    Pattern elsewhere = Pattern.compile("(src|href)=\"(https?:)?//|url\\(['\"]?(https?:)?//");
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(js|html|css)")).toList()) {
        if (!file.startsWith(SOURCES.resolve("vendor"))) {
          String text = Files.readString(file);
          assertTrue(!markup.matcher(text).find(), file.toString());
          assertTrue(!elsewhere.matcher(text).find(), file.toString());
        }
      }
    }
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(served.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private static Path written(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "got", ".bytes"), bytes);
  }

  @Test
  void the_page_may_ask_only_this_server_and_those_the_map_beneath_comes_from() {
    MapSettings.Basemap beneath =
        new MapSettings.Basemap(
            List.of(
                "https://T1.example.org/{z}/{x}/{y}?a=;script-src",
                "http://b.example:81/{x}{y}{z}"),
            "© Example",
            18);

    String alone = WebFiles.contentSecurityPolicy(MapSettings.PLAIN);
    String both = WebFiles.contentSecurityPolicy(new MapSettings("", beneath));

    assertTrue(alone.contains("connect-src 'self';"), alone);
    assertEquals(
        alone.replace(
            "connect-src 'self';",
            "connect-src 'self' http://b.example:81 https://T1.example.org;"),
        both);
  }
}
