package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What tiles are made of: the collections of an area, or the one in the address. */
final class TileSource {

  private final OpenArea area;
  private final Parameter<List<String>> choice;

  TileSource(OpenArea area) {
    this(area, "collections");
  }

  /**
   * @param parameter by which some collections are wanted of all
   */
  TileSource(OpenArea area, String parameter) {
    this.area = area;
    choice =
        Parameters.someOf(
            parameter,
            new Text(
                "只要这些图层；缺省为输入图层、coverage 与 gaps",
                "only these collections; else the input layers, coverage and gaps"),
            Collections.of(area).stream().map(Collection::id).toList());
  }

  /** Which collections are wanted of all. */
  Parameter<List<String>> choice() {
    return choice;
  }

  /**
   * The collections a question is about.
   *
   * @throws ProblemException if there is no such collection
   */
  List<Collection> collections(Question question) {
    if (question.has("collection")) {
      return List.of(Collections.of(area, question.path("collection")));
    }
    List<String> wanted = question.find(choice).orElse(usual());
    return Collections.of(area).stream().filter(c -> wanted.contains(c.id())).toList();
  }

  /**
   * What takes long to compute has to be asked for by name, so that a first map is drawn at once.
   */
  private static List<String> usual() {
    List<String> usual = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      usual.add(layer.code());
    }
    usual.add("coverage");
    usual.add("gaps");
    return usual;
  }

  /** Around all there is, in metres of the web map. */
  Envelope extent() {
    return area.keptHere("tiles", this::around);
  }

  private Envelope around() {
    Envelope degrees = degrees();
    Envelope box = new Envelope();
    box.expandToInclude(WebMercator.ofLonLat(new Coordinate(degrees.getMinX(), degrees.getMinY())));
    box.expandToInclude(WebMercator.ofLonLat(new Coordinate(degrees.getMaxX(), degrees.getMaxY())));
    return box;
  }

  Envelope degrees() {
    return Extent.toLonLat(CollectionPage.around(area), area.projection());
  }

  static void requireGrid(String id) {
    if (!id.equals(TileGrid.ID)) {
      String shown = Parameters.shown(id);
      throw Problem.of(
              ProblemKind.UNKNOWN_TILE,
              "没有瓦片矩阵集“" + shown + "”，只有 " + TileGrid.ID,
              "there is no tile matrix set '" + shown + "', only " + TileGrid.ID)
          .asException();
    }
  }

  /**
   * A set of tiles as the standard describes it.
   *
   * @param url of the list of sets it is in
   */
  Map<String, Object> tileSet(Question question, String url) {
    List<Collection> collections = collections(question);
    String here = url + "/" + TileGrid.ID;
    String title = title(question);
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.json("self", here, title));
    Map<String, Object> item =
        Links.link(
            "item",
            Format.VECTOR_TILE.mediaType(),
            here + "/{tileMatrix}/{tileRow}/{tileCol}?f=mvt",
            title);
    item.put("templated", true);
    links.add(item);
    links.add(
        Links.link("describedby", Format.JSON.mediaType(), here + "?f=tilejson", "TileJSON 3.0.0"));
    links.add(
        Links.link(
            "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
            Format.JSON.mediaType(),
            url.replaceFirst("(/collections/[^/]+)?/tiles$", "/tileMatrixSets/") + TileGrid.ID,
            TileGrid.ID));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("dataType", "vector");
    json.put("crs", TileGrid.CRS);
    json.put("tileMatrixSetId", TileGrid.ID);
    json.put("tileMatrixSetURI", TileGrid.URI);
    json.put(
        "tileMatrixSetLimits",
        IntStream.rangeClosed(0, TileGrid.FINEST)
            .mapToObj(matrix -> TileGrid.limits(matrix, extent()).json())
            .toList());
    json.put("boundingBox", boundingBox());
    json.put("layers", collections.stream().map(c -> layer(c, question)).toList());
    json.put("links", links);
    return json;
  }

  String title(Question question) {
    return question.has("collection")
        ? question.in(collections(question).get(0).title())
        : question.in(area.area().profile().name());
  }

  private Map<String, Object> boundingBox() {
    Envelope box = degrees();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("crs", ServedCrs.LON_LAT);
    json.put("lowerLeft", List.of(box.getMinX(), box.getMinY()));
    json.put("upperRight", List.of(box.getMaxX(), box.getMaxY()));
    return json;
  }

  private static Map<String, Object> layer(Collection collection, Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", collection.id());
    json.put("title", question.in(collection.title()));
    json.put("dataType", "vector");
    Map<String, Object> schema = Parameters.schema("object");
    schema.put("properties", Queryables.properties(collection));
    json.put("propertiesSchema", schema);
    return json;
  }

  /** The same set as clients of web maps know it. */
  Map<String, Object> tileJson(Question question, String url) {
    Envelope box = degrees();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tilejson", "3.0.0");
    json.put("name", title(question));
    json.put("version", area.version() + ".0.0");
    json.put("scheme", "xyz");
    json.put("tiles", List.of(url + "/{z}/{y}/{x}?f=mvt"));
    json.put("minzoom", 0);
    json.put("maxzoom", TileGrid.FINEST);
    json.put("bounds", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    json.put(
        "vector_layers",
        collections(question).stream().map(c -> vectorLayer(c, question)).toList());
    return json;
  }

  private static Map<String, Object> vectorLayer(Collection collection, Question question) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (var column : collection.columns()) {
      fields.put(column.name(), column.type().getSimpleName());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", collection.id());
    json.put("description", question.in(collection.about()));
    json.put("minzoom", 0);
    json.put("maxzoom", TileGrid.FINEST);
    json.put("fields", fields);
    return json;
  }
}
