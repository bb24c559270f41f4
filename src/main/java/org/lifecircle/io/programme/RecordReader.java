package org.lifecircle.io.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Projection;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RecordKind;

/** Reads records of a programme from JSON: one, an array of a kind, or a file of several kinds. */
public final class RecordReader {

  private static final int MOST_RECORDS = 100_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(40).build());
  }

  /**
   * A record, and the JSON it was read from.
   *
   * @param body one line, for keeping
   */
  public record Read(RecordKind kind, ProgrammeRecord record, String body) {}

  private final Records records;

  /** A reader of records about an area whose places are given in longitude and latitude. */
  public RecordReader(Projection projection) {
    records = new Records(projection);
  }

  /**
   * The records of a kind: an object is one, an array is several.
   *
   * @param json already bounded in size
   * @throws BadInputException with all that is wrong, pointers into the JSON
   */
  public List<Read> read(RecordKind kind, byte[] json) {
    FaultList faults = new FaultList();
    JsonNode root = parse(json);
    List<Read> read = new ArrayList<>();
    if (root.isArray()) {
      readAll(kind, "", root, read, faults);
    } else {
      readOne(kind, "", root, read, faults);
    }
    faults.throwIfAny();
    return read;
  }

  /**
   * The records of a file: an object with a member for each kind.
   *
   * @throws BadInputException with all that is wrong, pointers into the JSON
   */
  public List<Read> readFile(byte[] json) {
    FaultList faults = new FaultList();
    JsonNode root = parse(json);
    List<Read> read = new ArrayList<>();
    Map<String, JsonNode> members = new TreeMap<>();
    root.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      Optional<RecordKind> kind = Coded.find(RecordKind.class, member.getKey());
      if (kind.isEmpty() || !member.getValue().isArray()) {
        String all = String.join(", ", Coded.codes(RecordKind.class));
        fault(
            faults, "", "成员须为数组，名称须为其中之一：" + all, "members are arrays, and each is one of: " + all);
      } else {
        readAll(kind.get(), "/" + kind.get().code(), member.getValue(), read, faults);
      }
    }
    faults.throwIfAny();
    return read;
  }

  /** A record that was kept. */
  public ProgrammeRecord kept(RecordKind kind, String body) {
    return read(kind, body.getBytes(StandardCharsets.UTF_8)).get(0).record();
  }

  private void readAll(
      RecordKind kind, String pointer, JsonNode array, List<Read> read, FaultList faults) {
    if (array.size() > MOST_RECORDS) {
      fault(
          faults,
          pointer,
          "至多 " + MOST_RECORDS + " 条记录",
          "there may be " + MOST_RECORDS + " records at most");
      return;
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      readOne(kind, pointer + "/" + i, array.get(i), read, faults);
    }
    read.stream().filter(r -> r.kind() == kind).forEach(r -> ids.add(r.record().id()));
    if (ids.stream().distinct().count() < ids.size()) {
      fault(faults, pointer, "编号重复", "an id comes twice");
    }
  }

  private void readOne(
      RecordKind kind, String pointer, JsonNode node, List<Read> read, FaultList faults) {
    new RecordNode(faults, pointer, node)
        .make(n -> records.read(kind, n))
        .ifPresent(record -> read.add(new Read(kind, record, body(node))));
  }

  private static String body(JsonNode node) {
    ObjectNode plain = node.deepCopy();
    return plain.toString();
  }

  private static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ")";
      // Jackson's own words quote what it could not read.
      Text reason = new Text("不是有效的 JSON" + where, "not valid JSON" + where);
      throw new BadInputException(List.of(new Fault("", null, null, "", reason)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fault(FaultList faults, String pointer, String zh, String en) {
    faults.add(new Fault("", null, null, pointer, new Text(zh, en)));
  }
}
