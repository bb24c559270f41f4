package org.lifecircle.io.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Provenance;

/** Reads {@code source}, {@code verified} and {@code mark}, which every value of a policy has. */
final class Provenances {

  private final Optional<String> usualSource;
  private final Map<String, Provenance> byPointer = new LinkedHashMap<>();

  /** Where values that name no source of their own take this one, if there is one. */
  Provenances(Optional<String> usualSource) {
    this.usualSource = usualSource;
  }

  /** Where the values of this mapping come from. */
  Provenance read(PolicyNode node) {
    Optional<String> own = node.findText("source");
    String source = own.or(() -> usualSource).orElseGet(() -> node.text("source"));
    Provenance provenance = new Provenance(source, mark(node));
    byPointer.put(node.pointer(), provenance);
    return provenance;
  }

  /** All that was read, by JSON pointer, in the order of the file. */
  Map<String, Provenance> byPointer() {
    return Collections.unmodifiableMap(byPointer);
  }

  private static Mark mark(PolicyNode node) {
    int before = node.faultCount();
    boolean verified = node.truth("verified");
    Optional<Mark> mark = node.findCode("mark", Mark.class);
    if (node.faultCount() > before || (verified && mark.isEmpty())) {
      return Mark.VERIFIED;
    }
    if (mark.isEmpty()) {
      node.fault(
          "mark",
          "verified 为 false 时须用 mark 说明核实程度，自定的值用 choice",
          "what is not verified says by its mark how far it is; your own values are 'choice'");
    } else if (mark.get().verified() != verified) {
      node.fault(
          "mark",
          "mark 为 " + mark.get().code() + "，与 verified: " + verified + " 矛盾",
          "mark '" + mark.get().code() + "' contradicts verified: " + verified);
    }
    return mark.orElse(Mark.CHOICE);
  }
}
