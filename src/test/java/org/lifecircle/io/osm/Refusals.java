package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;

/** Reads what must not be read, and gives what is said of it. */
final class Refusals {

  private Refusals() {}

  static Fault refused(byte[] file) {
    return refused(new ByteArrayInputStream(file), OsmLimits.USUAL);
  }

  static Fault refused(String xml) {
    return refused(xml.getBytes(StandardCharsets.UTF_8));
  }

  static Fault refused(InputStream in, OsmLimits limits) {
    OsmInput input = new OsmInput(key -> true, limits);
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> input.read("a file.osm", in));
    assertEquals(1, thrown.faults().size());
    Fault fault = thrown.faults().get(0);
    assertEquals("a file.osm", fault.file());
    assertFalse(fault.reason().zh().isBlank() || fault.reason().en().isBlank());
    return fault;
  }

  /** Whether it could be read and drawn; anything but that and a refusal fails the test. */
  static boolean readOrRefused(byte[] file, int length) {
    try {
      return Read.of(file, length).area().faults().isEmpty();
    } catch (BadInputException refused) {
      assertFalse(refused.faults().get(0).reason().en().isBlank());
      return false;
    }
  }
}
