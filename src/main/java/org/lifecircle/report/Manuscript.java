package org.lifecircle.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole report, before it is set.
 *
 * @param lines of the cover, beneath title and subtitle
 * @param at the date it bears
 * @param contents whether it has a cover and a table of contents; a sheet has neither
 */
record Manuscript(
    String title,
    String subtitle,
    List<String> lines,
    List<Chapter> chapters,
    Instant at,
    String author,
    String language,
    @Nullable String logo,
    boolean contents) {

  Manuscript {
    lines = List.copyOf(lines);
    chapters = List.copyOf(chapters);
  }
}
