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
    ApiOperation all = operation(question, "getVersions", "数据版本", "Dataset versions");
    ApiOperation diff =
        operation(question, "getVersionDiff", "与前一版本的差异", "What a version changed")
            .path("version")
            .query(VersionDiff.SINCE.name(), VersionDiff.SINCE.about(), VersionDiff.SINCE.schema());
    ApiOperation restore =
        operation(question, "restoreVersion", "恢复旧版本", "Makes an older version the current one")
            .path("version")
            .answers("201");
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/versions", Map.of("get", all.json()));
    paths.put("/versions/{version}/diff", Map.of("get", diff.json()));
    paths.put("/versions/{version}/restore", Map.of("post", restore.json()));
    paths.put("/layers/{layer}", Map.of("post", upload(question).json()));
    return paths;
  }

  private static ApiOperation upload(Question question) {
    Map<String, Object> layer = Parameters.schema("string");
    List<String> names = new ArrayList<>(List.of(RawLayer.BOUNDARY));
    Stream.of(Layer.values()).forEach(each -> names.add(each.code()));
    layer.put("enum", names);
    Map<String, Object> file = Parameters.schema("string");
    file.put("format", "binary");
    Map<String, Object> form = Parameters.schema("object");
    form.put("properties", Map.of("file", file, "mapping", file));
    Map<String, Map<String, Object>> content = new LinkedHashMap<>();
    content.put("multipart/form-data", form);
    content.put("application/octet-stream", file);
    ApiOperation upload =
        operation(
                question,
                "uploadLayer",
                "上传图层，全部生效或毫无改动",
                "Replaces a layer: all of it, or nothing changes")
            .path("layer", layer)
            .body(content, true)
            .answers("201");
    OF_UPLOAD.forEach((name, about) -> upload.query(name, about, Parameters.schema("string")));
    return upload;
  }

  private static ApiOperation operation(Question question, String id, String zh, String en) {
    return new ApiOperation(question, Chapter.DATA, id, new Text(zh, en));
  }
}
