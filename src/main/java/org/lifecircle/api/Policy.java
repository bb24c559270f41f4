package org.lifecircle.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Standard;
import org.lifecircle.model.WalkingRules;

/**
 * What {@code config/} says: how people walk, what they are owed, who places are for, what works
 * are held to.
 *
 * @param standards by id
 * @param exports how files that go out are drawn and named
 * @param reports how reports are worded and set
 */
public record Policy(
    WalkingRules walking,
    Map<String, Standard> standards,
    CapacityRules capacity,
    RenewalRules renewal,
    ExportRules exports,
    ReportRules reports) {

  public Policy {
    standards = new TreeMap<>(standards);
  }

  /** Changes whenever anything in it does, so that old answers are not taken for new ones. */
  String stamp() {
    CRC32 crc = new CRC32();
    crc.update(toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
