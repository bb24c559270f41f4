package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;

/**
 * Styles for the vector tiles, one per theme, in the colours of the map: the list of them, or one
 * of them. They are MapLibre's, and of it only what QGIS reads too: colours by {@code match} on a
 * class that is in the tiles, never computed from a number.
 */
final class Styles implements Endpoint {

  private static final String COVERAGE = "coverage-";

  private final OpenArea area;
  private final JsonNode palette;
  private final List<Map<String, Object>> layers = new ArrayList<>();

  Styles(OpenArea area) {
    this.area = area;
    palette = palette(area.exports().styles().palette().json());
  }

  private static JsonNode palette(byte[] json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Text> titles() {
    Map<String, Text> titles = new LinkedHashMap<>();
    titles.put("walls-and-gates", new Text("围墙与出入口", "Walls and gates"));
    titles.put("gaps", new Text("缺口", "Gaps"));
    titles.put("freed-space", new Text("腾退空间", "Freed space"));
    for (Requirement requirement : area.standard().requirements()) {
      Text title = requirement.name();
      titles.put(
          COVERAGE + requirement.id(), new Text("覆盖率：" + title.zh(), "Coverage: " + title.en()));
    }
    return titles;
  }

  @Override
  public Answer answer(Question question) {
    Map<String, Text> titles = titles();
    if (!question.has("style")) {
      List<Map<String, Object>> all = new ArrayList<>();
      titles.forEach(
          (id, title) -> {
            Map<String, Object> style = new LinkedHashMap<>();
            style.put("id", id);
            style.put("title", question.in(title));
            String there = question.url() + "/" + Question.encode(id);
            style.put("links", List.of(Links.json("stylesheet", there, question.in(title))));
            all.add(style);
          });
      return new Document(Map.of("styles", all));
    }
    String id = question.path("style");
    Text title = titles.get(id);
    if (title == null) {
      String all = String.join(", ", titles.keySet());
      throw Problem.of(
              ProblemKind.UNKNOWN_PATH,
              "没有样式“" + Parameters.shown(id) + "”，现有：" + all,
              "there is no style '" + Parameters.shown(id) + "', only: " + all)
          .asException();
    }
    return new Document(style(id, question.in(title), question.url()));
  }

  private Map<String, Object> style(String id, String title, String url) {
    String base = url.substring(0, url.lastIndexOf("/styles/"));
    String results = "";
    fill("compounds", colour("/compounds/fill"), colour("/compounds/outline"), null);
    if (id.startsWith(COVERAGE)) {
      results = ",coverage";
      List<Object> wanted = List.of("==", "requirement", id.substring(COVERAGE.length()));
      fill("coverage", byClass(), "#ffffff", wanted);
    } else if (id.equals("gaps")) {
      results = ",gaps";
      fill("gaps", colour("/gap/fill"), colour("/gap/outline"), null);
    } else if (id.equals("freed-space")) {
      results = ",freed_spaces";
      fill("freed_spaces", colour("/freed_spaces/fill"), colour("/freed_spaces/outline"), null);
    }
    fill("buildings", colour("/buildings/fill"), colour("/buildings/outline"), null);
    String structures = "illegal_structures";
    fill(
        structures,
        colour("/" + structures + "/fill"),
        colour("/" + structures + "/outline"),
        null);
    line("paths", colour("/paths/casing"), 1);
    line("walls", colour("/walls/removable"), 2);
    gates();
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("type", "vector");
    source.put(
        "tiles",
        List.of(
            base
                + "/tiles/"
                + TileGrid.ID
                + "/{z}/{y}/{x}?f=mvt&collections=compounds,buildings,paths,walls,gates,"
                + structures
                + results));
    source.put("minzoom", 0);
    source.put("maxzoom", TileGrid.FINEST);
    Map<String, Object> style = new LinkedHashMap<>();
    style.put("version", 8);
    style.put("name", title);
    style.put("sources", Map.of("area", source));
    style.put("layers", layers);
    return style;
  }

  /** The classes of a share: the lowest fifth first. */
  private List<Object> byClass() {
    List<Object> match = new ArrayList<>(List.of("match", List.of("get", "class")));
    for (int i = 0; i < palette.at("/share/classes").size(); i++) {
      match.add(List.of(String.valueOf(i))); // QGIS reads a label only in a list
      match.add(colour("/share/classes/" + i + "/colour"));
    }
    match.add(colour("/share/no_data"));
    return match;
  }

  private String colour(String pointer) {
    return palette.at(pointer).asText();
  }

  private void fill(
      String collection, Object colour, String outline, @Nullable List<Object> filter) {
    Map<String, Object> paint = new LinkedHashMap<>();
    paint.put("fill-color", colour);
    paint.put("fill-outline-color", outline);
    layer(collection, "fill", paint, filter);
  }

  private void line(String collection, String colour, int width) {
    Map<String, Object> paint = new LinkedHashMap<>();
    paint.put("line-color", colour);
    paint.put("line-width", width);
    layer(collection, "line", paint, null);
  }

  /** A layer for each kind: QGIS does not choose the colour of a circle by class. */
  private void gates() {
    for (String access : List.of("public", "residents", "closed")) {
      Map<String, Object> paint = new LinkedHashMap<>();
      paint.put("circle-color", colour("/gates/" + access));
      paint.put("circle-radius", 4);
      layer("gates", "circle", paint, List.of("==", "access", access));
    }
  }

  private void layer(
      String collection, String type, Map<String, Object> paint, @Nullable List<Object> filter) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", collection + "-" + layers.size());
    layer.put("type", type);
    layer.put("source", "area");
    layer.put("source-layer", collection);
    if (filter != null) {
      layer.put("filter", filter);
    }
    layer.put("paint", paint);
    layers.add(layer);
  }
}
