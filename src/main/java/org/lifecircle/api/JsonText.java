package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for the command line. */
public final class JsonText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /** The members of a JSON object we wrote ourselves. */
  static Map<String, @Nullable Object> object(byte[] json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException("not an object of JSON", e);
    }
  }

  /** Maps, lists, text, numbers and truth values as one line of JSON. */
  public static String of(Object plain) {
    try {
      return JSON.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain: " + plain.getClass(), e);
    }
  }
}
