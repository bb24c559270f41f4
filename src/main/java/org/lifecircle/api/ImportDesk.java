package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.ShiftedDatum;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.file.ReadOptions;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.store.ConflictException;
import org.lifecircle.store.DatasetVersion;

/**
 * Takes data in: a layer of an area, or a whole new area. All of it becomes a new dataset version,
 * or nothing changes; until then the old one answers.
 */
final class ImportDesk {

  private static final Set<String> KNOWN =
      Set.of("name", "crs", "datum", "encoding", "dry_run", "lang", "id");

  /** Reading takes memory by the size of the file, so files are read one after the other. */
  private final Gate gate;

  private final OpenAreas areas;
  private final Importer importer;

  ImportDesk(OpenAreas areas, Importer importer) {
    this.areas = areas;
    this.importer = importer;
    this.gate = new Gate(1, 8, areas.settings().requestSeconds());
  }

  /** {@code POST /areas/{area}/layers/{layer}}. */
  void layer(Context context) throws IOException {
    Map<String, String> query = query(context);
    String layer = context.pathParam("layer");
    if (!Naming.isLayer(layer)) {
      throw Problem.of(
              ProblemKind.UNKNOWN_COLLECTION,
              "没有图层“" + Parameters.shown(layer) + "”",
              "there is no layer '" + Parameters.shown(layer) + "'")
          .asException();
    }
    areas.open(context.pathParam("area")); // or it is not there
    try (Upload upload = upload(context, query, layer)) {
      Importer.Said said = said(query, layer, null, upload);
      gate.pass(() -> update(context, query, upload, said));
    }
  }

  private boolean update(
      Context context, Map<String, String> query, Upload upload, Importer.Said said) {
    OpenArea before = areas.open(context.pathParam("area"));
    try {
      StudyArea made = importer.update(before.area(), upload.files(), said);
      DatasetVersion version = null;
      if (!dry(query)) {
        version =
            importer.keepAfter(areas.workspace(), before.stored().version(), made, upload.files());
      }
      answer(context, made, version);
      return true;
    } catch (ConflictException e) {
      throw Problem.of(
              ProblemKind.AREA_CHANGED,
              "上传期间该研究范围有了新版本；请重新上传",
              "the area got a new version meanwhile; send it again")
          .asException();
    } catch (BadInputException e) {
      throw refused(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code POST /areas?id=}. */
  void area(Context context) throws IOException {
    Map<String, String> query = query(context);
    String id = query.getOrDefault("id", "");
    if (!AreaProfile.isId(id)) {
      throw Problem.badQuery(
              List.of(
                  Complaint.aboutQuery(
                      "id",
                      "需要研究范围编号：小写字母、数字与连字符",
                      "the id of the area is needed: small letters, digits and hyphens")))
          .asException();
    }
    try (Upload upload = upload(context, query, "area")) {
      Importer.Said said = said(query, null, query.get("crs"), upload);
      gate.pass(() -> create(context, query, id, upload, said));
    }
  }

  private boolean create(
      Context context, Map<String, String> query, String id, Upload upload, Importer.Said said) {
    if (areas.workspace().findCurrent(id).isPresent()) {
      throw Problem.of(
              ProblemKind.AREA_EXISTS,
              "研究范围 " + id + " 已存在；更新图层请用 /areas/" + id + "/layers/…",
              "area "
                  + id
                  + " exists already; its layers are replaced at /areas/"
                  + id
                  + "/layers/…")
          .asException();
    }
    try {
      StudyArea made = importer.read(id, upload.files(), said);
      DatasetVersion version =
          dry(query) ? null : Importer.keep(areas.workspace(), made, upload.files());
      answer(context, made, version);
      return true;
    } catch (BadInputException e) {
      throw refused(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Upload upload(Context context, Map<String, String> query, String name)
      throws IOException {
    return Upload.of(context, query, name, importer.rules().limits().fileBytes());
  }

  private static Map<String, String> query(Context context) {
    List<Complaint> complaints = new ArrayList<>();
    Map<String, String> query = QueryString.parse(context.queryString(), complaints);
    for (String name : query.keySet()) {
      if (!KNOWN.contains(name)) {
        String all = String.join(", ", KNOWN.stream().sorted().toList());
        complaints.add(
            Complaint.aboutQuery(
                name, "没有这个参数；可用的有 " + all, "there is no such parameter; there are " + all));
      }
    }
    if (!complaints.isEmpty()) {
      throw Problem.badQuery(complaints).asException();
    }
    return query;
  }

  private static Importer.Said said(
      Map<String, String> query, @Nullable String layer, @Nullable String crs, Upload upload) {
    List<Complaint> complaints = new ArrayList<>();
    String datum = query.getOrDefault("datum", "wgs84");
    Optional<ShiftedDatum> shift = ShiftedDatum.find(datum);
    if (shift.isEmpty() && !Set.of("wgs84", "cgcs2000").contains(datum)) {
      complaints.add(
          Complaint.aboutQuery(
              "datum",
              "应为 wgs84、cgcs2000、gcj02 或 bd09",
              "wgs84, cgcs2000, gcj02 or bd09 is needed"));
    }
    String encoding = query.get("encoding");
    if (encoding != null && TextEncoding.find(encoding).isEmpty()) {
      complaints.add(Complaint.aboutQuery("encoding", "没有这种编码", "there is no such encoding"));
    }
    if (!complaints.isEmpty()) {
      throw Problem.badQuery(complaints).asException();
    }
    ReadOptions options =
        new ReadOptions(
            query.get("crs"),
            shift.orElse(null),
            encoding == null ? null : TextEncoding.find(encoding).orElse(null),
            layer);
    return new Importer.Said(crs, options, upload.mapping());
  }

  private static boolean dry(Map<String, String> query) {
    return query.getOrDefault("dry_run", "false").equals("true");
  }

  private static ProblemException refused(BadInputException e) {
    List<Complaint> complaints = new ArrayList<>();
    for (Fault fault : e.faults()) {
      List<String> place = new ArrayList<>();
      if (fault.layer() != null) {
        place.add(fault.layer());
      }
      if (fault.feature() != null) {
        place.add(fault.feature());
      }
      String where = place.isEmpty() ? "" : String.join(" / ", place) + ": ";
      Text reason = new Text(where + fault.reason().zh(), where + fault.reason().en());
      complaints.add(new Complaint(fault.file() + "#" + fault.pointer(), reason));
    }
    return Problem.of(
            ProblemKind.BAD_DATA,
            "数据无法使用，未做任何改动；请按 errors 逐项更正",
            "the data cannot be used and nothing was changed; correct what errors lists")
        .with(complaints)
        .asException();
  }

  private static void answer(Context context, StudyArea made, @Nullable DatasetVersion version) {
    String id = made.profile().id();
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer.code(), made.layer(layer).size());
    }
    Map<String, Integer> kinds = new TreeMap<>();
    List<Map<String, Object>> issues = new ArrayList<>();
    for (DataIssue issue : made.issues()) {
      kinds.merge(issue.code(), 1, Integer::sum);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("layer", issue.layer());
      json.put("feature_id", issue.featureId());
      json.put("code", issue.code());
      json.put("action", issue.action().code());
      json.put("message_zh", issue.message().zh());
      json.put("message_en", issue.message().en());
      issues.add(json);
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", id);
    json.put("dataset_version", version == null ? null : String.valueOf(version.number()));
    json.put("crs", made.profile().crs());
    json.put("layers", layers);
    json.put("issue_kinds", kinds);
    json.put("issues", issues);
    String root = context.url().replaceFirst("/areas(/.*)?$", "") + "/areas/" + id;
    context.status(version == null ? 200 : 201);
    if (version != null) {
      context.header("Location", root);
    }
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }
}
