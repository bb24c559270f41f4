package org.lifecircle.io.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.lifecircle.model.BadInputException;

/**
 * Opens a policy file: bounded before it is parsed, UTF-8 and nothing else, no key twice, no
 * aliases, one document.
 */
public final class PolicyYaml {

  /** The largest of ours has 40 KB. */
  private static final int MAX_BYTES = 1 << 20;

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PolicyYaml() {}

  /**
   * What this file says, by way of its root.
   *
   * @throws BadInputException with every fault there is
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static <T> T read(Path path, Function<PolicyNode, T> reader) throws IOException {
    PolicyFaults faults = new PolicyFaults(fileName(path));
    Optional<JsonNode> tree = tree(path, faults);
    faults.throwIfAny();
    PolicyNode root = new PolicyNode(faults, "", tree.orElseThrow());
    Optional<T> made = root.make(reader);
    faults.throwIfAny();
    return made.orElseThrow();
  }

  /** How people know the file: without folders. */
  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static Optional<JsonNode> tree(Path path, PolicyFaults faults) throws IOException {
    Optional<String> text = text(path, faults);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      refuseAliases(text.get(), faults);
      JsonNode tree = MAPPER.readTree(text.get());
      if (tree.isObject()) {
        return Optional.of(tree);
      }
      faults.add("", "应为键值对", "keys and values are needed, as in 'id: …'");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      faults.add(
          pointer(e),
          "第 " + line + " 行不是有效的 YAML：" + why,
          "line " + line + " is not valid YAML: " + why);
    }
    return Optional.empty();
  }

  private static Optional<String> text(Path path, PolicyFaults faults) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      faults.add("", "找不到文件", "there is no such file");
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      faults.add("", "文件超过 1 MB", "the file is larger than 1 MB");
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      faults.add("", "不是 UTF-8 编码，请另存为 UTF-8", "not in UTF-8; save it as UTF-8");
      return Optional.empty();
    }
  }

  /** Jackson would hand over an alias as the text of its own name. */
  private static void refuseAliases(String text, PolicyFaults faults)
      throws JsonProcessingException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          faults.add(
              parser.getParsingContext().pathAsPointer().toString(),
              "不支持别名（*）,请写出值",
              "aliases (*) are not supported; write the value out");
        }
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new AssertionError("text in memory can be read", e);
    }
  }

  private static String pointer(JsonProcessingException e) {
    return e.getProcessor() instanceof JsonParser parser
        ? parser.getParsingContext().pathAsPointer().toString()
        : "";
  }
}
