package org.lifecircle.model;

/**
 * Where a value of the policy comes from, and how far that is confirmed. Shown wherever the value
 * is, so that nobody signs a guess unawares.
 *
 * @param source the document and clause, for people
 */
public record Provenance(String source, Mark mark) {

  public Provenance {
    if (source.isBlank()) {
      throw new BadValueException("须写明来源", "a value of the policy names its source");
    }
  }

  /** Whether it was confirmed against the source. */
  public boolean verified() {
    return mark.verified();
  }
}
