package org.lifecircle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.lifecircle.api.OpenAreas;
import org.lifecircle.api.Policy;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.api.WebServer;
import org.lifecircle.store.Workspace;

/** The demo district, served as {@code serve} does. */
final class ServedDemo implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenAreas areas;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ServedDemo(Path folder) throws IOException {
    Home home = Home.find();
    Policy policy = home.policy();
    Workspace workspace = Workspace.at(folder);
    Importer importer = new Importer(home, policy, home.app().files());
    List<Path> files = List.of(home.demo());
    Importer.keep(workspace, importer.read(null, files, null), files);
    areas = new OpenAreas(workspace, policy, ServerSettings.USUAL.at("127.0.0.1", 0));
    server = new WebServer(areas);
    server.start();
    areas.warmUp();
  }

  /** Where a path is on this server. */
  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The JSON the API answers with, below the demo area. */
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get("/areas/xigong" + path);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    server.close();
    areas.close();
  }
}
