package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Importer;
import org.lifecircle.api.OpenAreas;
import org.lifecircle.api.Policy;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.api.WebServer;
import org.lifecircle.store.Workspace;
import picocli.CommandLine;

/** The program as a person runs it: its commands, and its server with the demo district. */
final class Demo implements AutoCloseable {

  /** For an answer, also of the first question and on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Home HOME = new Home(Path.of("").toAbsolutePath());

  private final OpenAreas areas;
  private final WebServer server;

  private Demo(OpenAreas areas, WebServer server) {
    this.areas = areas;
    this.server = server;
  }

  /** What a command printed, and how it ended. */
  record Said(int exitCode, String out, String err) {}

  /** Runs a command in English, unless it says otherwise. */
  static Said run(String... words) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.ENGLISH);
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine cli = Cli.commandLine();
      cli.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
      int exitCode = cli.execute(words);
      return new Said(exitCode, out.toString(), err.toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  /** Loads the demo district into a workspace. */
  static void load(Path folder) throws IOException {
    load(folder, null, HOME.demo());
    WorkspaceOption.keepRecords(Workspace.at(folder), "xigong", HOME.policy(), HOME.demo());
  }

  /** Loads an area into a workspace. */
  static void load(Path folder, @Nullable String area, Path file) throws IOException {
    Policy policy = HOME.policy();
    Importer importer = new Importer(policy, HOME.importRules(policy));
    List<Path> files = List.of(file);
    Importer.keep(Workspace.at(folder), importer.read(area, files, Importer.Said.NOTHING), files);
  }

  /** Serves a workspace at a free port. */
  static Demo serve(Path folder) throws IOException {
    ServerSettings patient = ServerSettings.USUAL.patient().at("127.0.0.1", 0);
    Policy policy = HOME.policy();
    OpenAreas areas = new OpenAreas(Workspace.at(folder), policy, patient);
    WebServer server = new WebServer(areas, new Importer(policy, HOME.importRules(policy)));
    server.start();
    areas.warmUp();
    return new Demo(areas, server);
  }

  /** Where a path of the server is. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** What is at this address, once it is ready. */
  String get(String address) throws IOException, InterruptedException {
    URI uri = uri(address);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  /** Changes what is kept at this address, by the tag it had when it was read. */
  String patch(String address, String json, String tag) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(address))
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
            .header("If-Match", tag)
            .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  /** Asks for something that takes long, and waits until it is done. */
  String getJob(String address, String question) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(address)).POST(BodyPublishers.ofString(question)).build();
    HttpResponse<String> created = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(201, created.statusCode(), created.body());
    String job = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();
    while (get(job).matches(".*\"status\": ?\"(accepted|running)\".*")) {
      Thread.sleep(100);
    }
    return get(job + "/results");
  }

  /** How it answers, whatever it says. */
  int status(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(address)).build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    server.close();
    areas.close();
  }
}
