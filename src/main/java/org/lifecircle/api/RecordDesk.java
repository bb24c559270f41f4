package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RecordKind;
import org.lifecircle.model.programme.Work;
import org.lifecircle.store.ConflictException;
import org.lifecircle.store.KeptRecord;
import org.lifecircle.store.RecordStore.Entry;

/**
 * Takes records of the programme in and tells of them. The registrar reads and writes them as they
 * are; everybody else is told what {@link RecordViews} tells.
 */
final class RecordDesk {

  private static final int MOST_BYTES = 16 << 20;
  private final OpenAreas areas;
  private final RecordKind kind;

  RecordDesk(OpenAreas areas, RecordKind kind) {
    this.areas = areas;
    this.kind = kind;
  }

  void list(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    RecordQuery asked = RecordQuery.of(context);
    RecordViews views = views(area, asked);
    Map<String, @Nullable Object> json = head(area, asked);
    if (kind == RecordKind.OPINIONS && !persons(context)) {
      json.put("minimum_people", area.renewal().programme().minimumPeople());
      json.put("sums", views.opinions());
    } else {
      List<Map<String, @Nullable Object>> records = new ArrayList<>();
      for (KeptRecord kept : areas.programmes().store().list(area.id())) {
        if (kept.kind().equals(kind.code())) {
          records.add(told(context, area, views, kept));
        }
      }
      json.put("records", records);
    }
    if (kind == RecordKind.MANAGEMENT) {
      json.put("compounds", views.standings());
    }
    send(context, 200, json);
  }

  void one(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    RecordQuery asked = RecordQuery.of(context);
    KeptRecord kept = require(area, context);
    if (kind == RecordKind.OPINIONS) {
      Access.requireRegistrar(context);
    }
    context.header("ETag", EntityTags.ofRevision(kept.revision()));
    Map<String, @Nullable Object> json = head(area, asked);
    RecordViews views = views(area, asked);
    json.putAll(told(context, area, views, kept));
    if (record(area, kept) instanceof LiftPlan lift) {
      json.put("fit", views.fit(lift));
    }
    send(context, 200, json);
  }

  void create(Context context) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"));
    List<RecordReader.Read> read = read(context, area);
    requireWriter(context, read.stream().map(RecordReader.Read::record).toList());
    checkAll(area, read);
    List<Entry> entries = read.stream().map(r -> entry(r)).toList();
    try {
      areas.programmes().store().create(area.id(), entries, Access.of(context).name());
    } catch (ConflictException e) {
      throw Problem.of(
              ProblemKind.RECORD_EXISTS,
              "其中有编号已经存在，未写入任何记录；修改请用 PUT",
              "one of the ids is there already and nothing was written; PUT changes a record")
          .asException();
    }
    String url = context.url().replaceFirst("/$", "");
    if (read.size() == 1) {
      context.header("Location", url + "/" + read.get(0).record().id());
      context.header(
          "ETag",
          EntityTags.ofRevision(find(area, read.get(0).record().id()).orElseThrow().revision()));
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area.id());
    json.put("kind", kind.code());
    json.put("created", read.size());
    send(context, 201, json);
  }

  void replace(Context context) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"));
    KeptRecord before = require(area, context);
    requireWriter(context, List.of(record(area, before)));
    List<RecordReader.Read> read = read(context, area);
    requireWriter(context, read.stream().map(RecordReader.Read::record).toList());
    if (read.size() != 1 || !read.get(0).record().id().equals(before.id())) {
      throw refused(
          List.of(
              new Complaint("#/id", new Text("编号与地址不一致", "the id is not the one in the address"))));
    }
    checkAll(area, read);
    try {
      String who = Access.of(context).name();
      KeptRecord kept =
          areas.programmes().store().replace(area.id(), entry(read.get(0)), expected(context), who);
      context.header("ETag", EntityTags.ofRevision(kept.revision()));
      send(context, 200, Map.of("area", area.id(), "kind", kind.code(), "id", kept.id()));
    } catch (ConflictException e) {
      throw stale();
    }
  }

  void delete(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    KeptRecord before = require(area, context);
    requireWriter(context, List.of(record(area, before)));
    try {
      areas
          .programmes()
          .store()
          .delete(
              area.id(), kind.code(), before.id(), expected(context), Access.of(context).name());
    } catch (ConflictException e) {
      throw stale();
    }
    context.status(204);
  }

  private static boolean persons(Context context) {
    return Access.of(context).role().seesPersons();
  }

  private void requireWriter(Context context, List<ProgrammeRecord> records) {
    if (kind.personal() || records.stream().anyMatch(Personal::isIn)) {
      Access.requireRegistrar(context);
    }
  }

  /** What whoever asks is told of a record. */
  private Map<String, @Nullable Object> told(
      Context context, OpenArea area, RecordViews views, KeptRecord kept) {
    ProgrammeRecord record = record(area, kept);
    boolean persons = persons(context);
    Map<String, Object> body = JsonText.object(kept.body());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (record instanceof LiftPlan lift) {
      json.putAll(views.lift(lift, persons));
    } else if (record instanceof Ballot ballot) {
      json.putAll(views.ballot(ballot));
    } else if (record instanceof Consent consent) {
      json.putAll(views.consent(consent));
    } else if (record instanceof Work work) {
      json.putAll(views.work(work, body));
    } else if (!kind.personal()) {
      json.putAll(body);
    }
    json.put("revision", kept.revision());
    if (persons) {
      json.put("record", body);
    }
    return json;
  }

  private ProgrammeRecord record(OpenArea area, KeptRecord kept) {
    return new RecordReader(area.projection()).kept(kind, kept.body());
  }

  private Optional<KeptRecord> find(OpenArea area, String id) {
    return areas.programmes().store().find(area.id(), kind.code(), id);
  }

  private KeptRecord require(OpenArea area, Context context) {
    return find(area, context.pathParam("record"))
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemKind.UNKNOWN_RECORD,
                        "没有这条记录；全部记录见上一级地址",
                        "there is no such record; the address above lists them")
                    .asException());
  }

  private RecordViews views(OpenArea area, RecordQuery asked) {
    Programme programme = areas.programmes().of(area.id(), area.projection());
    return new RecordViews(area, programme, asked.day(), asked.language());
  }

  private Map<String, @Nullable Object> head(OpenArea area, RecordQuery asked) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area.id());
    json.put("dataset_version", area.version());
    json.put("kind", kind.code());
    json.put("title", kind.title().in(asked.language()));
    json.put("as_of", asked.day().toString());
    return json;
  }

  private List<RecordReader.Read> read(Context context, OpenArea area) throws IOException {
    if (kind.personal()) {
      Access.requireRegistrar(context); // before anything of it is read
    }
    byte[] body = RequestBody.read(context, MOST_BYTES);
    try {
      return new RecordReader(area.projection()).read(kind, body);
    } catch (BadInputException e) {
      List<Complaint> complaints = new ArrayList<>();
      for (Fault fault : e.faults()) {
        complaints.add(new Complaint("#" + fault.pointer(), fault.reason()));
      }
      throw refused(complaints);
    }
  }

  private static void checkAll(OpenArea area, List<RecordReader.Read> read) {
    RecordChecks checks = new RecordChecks(area);
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      for (Text fault : checks.faults(read.get(i).record())) {
        complaints.add(new Complaint(read.size() == 1 ? "#" : "#/" + i, fault));
      }
    }
    if (!complaints.isEmpty()) {
      throw refused(complaints);
    }
  }

  private static ProblemException refused(List<Complaint> complaints) {
    return Problem.of(
            ProblemKind.BAD_RECORD,
            "记录无法使用，未写入任何内容；请按 errors 逐项更正",
            "the records cannot be used and nothing was written; correct what errors lists")
        .with(complaints)
        .asException();
  }

  private static ProblemException stale() {
    return Problem.of(
            ProblemKind.STALE_REVISION,
            "记录已被他人修改，请重新读取后再改",
            "somebody else changed the record; read it and edit again")
        .asException();
  }

  private static Entry entry(RecordReader.Read read) {
    return new Entry(read.kind().code(), read.record().id(), read.body());
  }

  private static int expected(Context context) {
    return EntityTags.revision(context.header("If-Match")).orElseThrow(RecordDesk::stale);
  }

  private static void send(Context context, int status, Map<String, ?> json) {
    context.status(status);
    context.header("Cache-Control", "no-store");
    context.header("Vary", "Authorization, Accept-Language");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }
}
