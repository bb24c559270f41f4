package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lifecircle.io.Projection;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.Coded;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RecordKind;
import org.lifecircle.store.KeptRecord;
import org.lifecircle.store.RecordStore;

/** The renewal programmes of a workspace: records as values, read anew when one was written. */
public final class Programmes implements AutoCloseable {

  private record Known(long stamp, Programme programme) {}

  private final RecordStore store;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public Programmes(RecordStore store) {
    this.store = store;
  }

  RecordStore store() {
    return store;
  }

  /** Changes with every write to an area's records. */
  long stamp(String area) {
    return store.stamp(area);
  }

  /** All records of an area. */
  Programme of(String area, Projection projection) {
    long stamp = store.stamp(area);
    Known last = known.get(area);
    if (last != null && last.stamp() == stamp) {
      return last.programme();
    }
    RecordReader reader = new RecordReader(projection);
    List<ProgrammeRecord> records = new ArrayList<>();
    for (KeptRecord kept : store.list(area)) {
      records.add(reader.kept(Coded.of(RecordKind.class, kept.kind()), kept.body()));
    }
    Programme programme = new Programme(records);
    known.put(area, new Known(stamp, programme));
    return programme;
  }

  @Override
  public void close() {
    store.close();
  }
}
