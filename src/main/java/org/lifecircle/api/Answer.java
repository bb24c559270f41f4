package org.lifecircle.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.FeatureTable;

/** What an endpoint has to say, before it takes one of the {@link Format}s. */
public sealed interface Answer {

  /** A plain JSON document. */
  record Document(Map<String, ?> json) implements Answer {}

  /**
   * A table with places, which can be a JSON table, GeoJSON, CSV or a GeoPackage.
   *
   * @param members what stands beside the rows
   * @param single whether it is one feature, not a collection of one
   * @param crs in which GeoJSON is wanted; null for longitude and latitude, and no choice
   */
  record Findings(
      FeatureTable table,
      Map<String, ? extends @Nullable Object> members,
      boolean single,
      @Nullable ServedCrs crs)
      implements Answer {

    Findings(FeatureTable table, Map<String, ? extends @Nullable Object> members, boolean single) {
      this(table, members, single, null);
    }
  }

  /** Bytes as they are sent, such as a tile. */
  final class Bytes implements Answer {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /**
   * A file that is ready to be sent, and no longer needed then.
   *
   * @param name to keep it under
   */
  record Download(Path file, String name) implements Answer {}

  /** A page for people. */
  record Page(String html) implements Answer {}
}
