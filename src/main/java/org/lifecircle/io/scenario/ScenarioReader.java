package org.lifecircle.io.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Change;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;

/** Reads a scenario from the JSON somebody sent. */
public final class ScenarioReader {

  private static final int MOST_CHANGES = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  private static final Set<String> MEMBERS = Set.of("id", "name", "changes");

  /** Members of our own answers that may come back with an edit; the server knows them better. */
  private static final Set<String> OURS =
      Set.of(
          "area",
          "revision",
          "dataset_version",
          "created_at",
          "changed_at",
          "no_longer_apply",
          "links");

  private final ObjectMapper mapper;
  private final ChangeReader changes;

  /**
   * @param around in metres; what is added must lie in it
   * @param limits of one geometry, of nesting and of text
   */
  public ScenarioReader(Projection projection, Envelope around, Limits limits) {
    changes = new ChangeReader(projection, around, limits);
    mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.stringChars())
                .build());
  }

  /** Whether this could be the id of a scenario. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * What the JSON says.
   *
   * @param json already bounded in size
   * @throws BadInputException with all that is wrong with it, pointers into the JSON
   */
  public ScenarioText read(byte[] json) {
    JsonNode root = parse(json);
    FaultList faults = new FaultList();
    if (!root.isObject()) {
      add(faults, "", "需要一个 JSON 对象", "a JSON object is needed");
      faults.throwIfAny();
    }
    Iterator<String> members = root.fieldNames();
    while (members.hasNext()) {
      String member = members.next();
      if (!MEMBERS.contains(member) && !OURS.contains(member)) {
        String known = "id, name, changes";
        add(faults, "/" + member, "没有这个成员，可用的有：" + known, "there is no such member, only " + known);
      }
    }
    ScenarioText text =
        new ScenarioText(id(root, faults), name(root, faults), changes(root, faults));
    faults.throwIfAny();
    return text;
  }

  private JsonNode parse(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " (" + place(e) + ")";
      Text reason =
          new Text(
              "不是有效的 JSON" + where + "：" + e.getOriginalMessage(),
              "not valid JSON" + where + ": " + e.getOriginalMessage());
      throw new BadInputException(List.of(new Fault("", null, null, "", reason)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  private static @Nullable String id(JsonNode root, FaultList faults) {
    JsonNode id = root.get("id");
    if (id == null) {
      return null;
    }
    if (!id.isTextual() || !isId(id.asText())) {
      add(
          faults,
          "/id",
          "编号只能含小写字母、数字、点、- 和 _，最多 63 个字符",
          "an id holds lower-case letters, digits, dots, - and _, at most 63 of them");
      return null;
    }
    return id.asText();
  }

  private static @Nullable String name(JsonNode root, FaultList faults) {
    JsonNode name = root.get("name");
    if (name == null) {
      return null;
    }
    if (!name.isTextual() || name.asText().isBlank() || name.asText().length() > LONGEST_NAME) {
      add(
          faults,
          "/name",
          "名称须为 1 到 " + LONGEST_NAME + " 个字符的文字",
          "a name is text of 1 to " + LONGEST_NAME + " characters");
      return null;
    }
    return name.asText().strip();
  }

  private @Nullable List<Change> changes(JsonNode root, FaultList faults) {
    JsonNode list = root.get("changes");
    if (list == null) {
      return null;
    }
    if (!list.isArray() || list.size() > MOST_CHANGES) {
      add(
          faults,
          "/changes",
          "须为数组，最多 " + MOST_CHANGES + " 项",
          "an array is needed, of at most " + MOST_CHANGES);
      return null;
    }
    List<Change> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        read.add(changes.read(list.get(i)));
      } catch (BadValueException e) {
        faults.add(new Fault("", null, null, "/changes/" + i, e.reason()));
      }
    }
    return read;
  }

  private static void add(FaultList faults, String pointer, String zh, String en) {
    faults.add(new Fault("", null, null, pointer, new Text(zh, en)));
  }
}
