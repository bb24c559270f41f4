package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for the command line. */
public final class JsonText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private JsonText() {}

  /** The members of a JSON object we wrote ourselves. */
  static Map<String, @Nullable Object> object(byte[] json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException("not an object of JSON", e);
    }
  }

  /** The members of a JSON object that was checked before it was kept; numbers as written. */
  static Map<String, Object> object(String json) {
    try {
      return EXACT.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      // Its own words would repeat what it could not read.
      String where = String.valueOf(e.getLocation().getColumnNr());
      throw new IllegalStateException("what was kept is no JSON object any more, at " + where);
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
