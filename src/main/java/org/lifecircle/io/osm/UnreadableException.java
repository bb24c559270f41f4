package org.lifecircle.io.osm;

import org.lifecircle.model.Text;

/**
 * A file cannot be read, or holds more than is read. Thrown where it is noticed; the reader on the
 * way up adds the place, {@link OsmInput} the file, and the user sees all three.
 */
final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text reason;
  private final String place;

  UnreadableException(String zh, String en) {
    this(new Text(zh, en), "");
  }

  private UnreadableException(Text reason, String place) {
    super(reason.en());
    this.reason = reason;
    this.place = place;
  }

  /** The same complaint with its place, for example {@code line 12}, unless it has one already. */
  UnreadableException at(String newPlace) {
    return place.isEmpty() ? new UnreadableException(reason, newPlace) : this;
  }

  Text reason() {
    return reason;
  }

  /** Where in the file; empty when the whole file is meant. */
  String place() {
    return place;
  }
}
