package org.lifecircle.model.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All records of an area's renewal programme, as one value.
 *
 * @param records sorted by kind and id, so that the order of arrival changes nothing
 */
public record Programme(List<ProgrammeRecord> records) {

  /** No records. */
  public static final Programme EMPTY = new Programme(List.of());

  public Programme {
    records =
        records.stream()
            .sorted(Comparator.comparing(Programme::kind).thenComparing(ProgrammeRecord::id))
            .toList();
    for (int i = 1; i < records.size(); i++) {
      Rules.require(
          kind(records.get(i)) != kind(records.get(i - 1))
              || !records.get(i).id().equals(records.get(i - 1).id()),
          "编号重复",
          "an id comes twice");
    }
  }

  /** The kind of a record. */
  public static RecordKind kind(ProgrammeRecord record) {
    for (RecordKind kind : RecordKind.values()) {
      if (kind.type().isInstance(record)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(record.getClass().getName());
  }

  /** Those of one kind, by id. */
  public <R extends ProgrammeRecord> List<R> all(Class<R> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The one of this kind and id, if there is one. */
  public <R extends ProgrammeRecord> Optional<R> find(Class<R> type, String id) {
    return all(type).stream().filter(record -> record.id().equals(id)).findFirst();
  }
}
