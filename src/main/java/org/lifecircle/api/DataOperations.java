package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/** How data comes in and which versions of it there are, for the API document of an area. */
final class DataOperations {

  private static final Map<String, Text> OF_UPLOAD = new LinkedHashMap<>();

  static {
    OF_UPLOAD.put("name", new Text("文件名，正文不是表单时用", "name of the file, where it is the body"));
    OF_UPLOAD.put("crs", new Text("文件未注明的坐标系", "CRS of files that do not name theirs"));
    OF_UPLOAD.put("datum", new Text("wgs84、cgcs2000、gcj02、bd09", "wgs84, cgcs2000, gcj02, bd09"));
    OF_UPLOAD.put("encoding", new Text("文本编码，如 GBK", "of texts, for example GBK"));
    OF_UPLOAD.put("dry_run", new Text("true 时只检查", "true only checks"));
  }

  private DataOperations() {}

  static Map<String, Object> paths(Question question) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put(
        "/versions",
        Map.of(
            "get",
            operation(
                "getVersions",
                question.in(new Text("数据版本", "Dataset versions")),
                List.of(),
                "200")));
    List<Map<String, Object>> compared = new ArrayList<>(List.of(inPath("version")));
    compared.add(
        inQuery(
            VersionDiff.SINCE.name(),
            question.in(VersionDiff.SINCE.about()),
            VersionDiff.SINCE.schema()));
    paths.put(
        "/versions/{version}/diff",
        Map.of(
            "get",
            operation(
                "getVersionDiff",
                question.in(new Text("与前一版本的差异", "What a version changed")),
                compared,
                "200")));
    paths.put(
        "/versions/{version}/restore",
        Map.of(
            "post",
            operation(
                "restoreVersion",
                question.in(new Text("恢复旧版本", "Makes an older version the current one")),
                List.of(inPath("version")),
                "201")));
    paths.put("/layers/{layer}", Map.of("post", upload(question)));
    return paths;
  }

  private static Map<String, Object> upload(Question question) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Map<String, Object> layer = inPath("layer");
    Map<String, Object> schema = Parameters.schema("string");
    List<String> names = new ArrayList<>(List.of(RawLayer.BOUNDARY));
    Stream.of(Layer.values()).forEach(each -> names.add(each.code()));
    schema.put("enum", names);
    layer.put("schema", schema);
    parameters.add(layer);
    OF_UPLOAD.forEach(
        (name, about) ->
            parameters.add(inQuery(name, question.in(about), Parameters.schema("string"))));
    Map<String, Object> post =
        operation(
            "uploadLayer",
            question.in(
                new Text("上传图层，全部生效或毫无改动", "Replaces a layer: all of it, or nothing changes")),
            parameters,
            "201");
    Map<String, Object> file = Parameters.schema("string");
    file.put("format", "binary");
    Map<String, Object> form = Parameters.schema("object");
    form.put("properties", Map.of("file", file, "mapping", file));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("multipart/form-data", Map.of("schema", form));
    content.put("application/octet-stream", Map.of("schema", file));
    post.put("requestBody", Map.of("required", true, "content", content));
    return post;
  }

  private static Map<String, Object> operation(
      String id, String summary, List<Map<String, Object>> parameters, String done) {
    Map<String, Object> good = new LinkedHashMap<>();
    good.put("description", summary);
    good.put("content", Map.of("application/json", Map.of("schema", Parameters.schema("object"))));
    Map<String, Object> bad = new LinkedHashMap<>();
    bad.put("description", "RFC 9457");
    bad.put(
        "content",
        Map.of(
            Problem.MEDIA_TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))));
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", summary);
    operation.put("parameters", parameters);
    operation.put("responses", Map.of(done, good, "default", bad));
    return operation;
  }

  private static Map<String, Object> inPath(String name) {
    Map<String, Object> json = ApiDocument.parameter(name, "path", true);
    json.put("schema", Parameters.schema("string"));
    return json;
  }

  private static Map<String, Object> inQuery(
      String name, String about, Map<String, Object> schema) {
    Map<String, Object> json = ApiDocument.parameter(name, "query", false);
    json.put("description", about);
    json.put("schema", schema);
    return json;
  }
}
