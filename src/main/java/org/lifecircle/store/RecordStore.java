package org.lifecircle.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of renewal programmes, beside the scenarios. What a method has returned from is on
 * disk; every write rests on a revision and is entered in the audit with the name of who did it.
 * Safe for threads.
 */
public final class RecordStore implements AutoCloseable {

  /** What is new, and whose hand it is. */
  public record Entry(String kind, String id, String body) {}

  private static final Map<String, String> STATEMENTS = statements();

  private final Records records;

  private RecordStore(Records records) {
    this.records = records;
  }

  /**
   * The records of a workspace.
   *
   * @throws IllegalStateException if the file is not one of ours or cannot be written
   */
  public static RecordStore of(Workspace workspace) {
    return new RecordStore(workspace.openRecords());
  }

  /** All records of an area, by kind and id. */
  public List<KeptRecord> list(String area) {
    return records.read(sql -> read(sql, "list", area));
  }

  /** One of them, if it is there. */
  public Optional<KeptRecord> find(String area, String kind, String id) {
    return records.read(sql -> find(sql, area, kind, id));
  }

  /** Changes with every write to an area. */
  public long stamp(String area) {
    return records.read(sql -> number(sql, "stamp", area));
  }

  /** Who wrote what, in the order it was done. */
  public List<RecordDeed> audit(String area) {
    return records.read(
        sql -> {
          List<RecordDeed> deeds = new ArrayList<>();
          try (PreparedStatement query = prepared(sql, "audit", area);
              ResultSet row = query.executeQuery()) {
            while (row.next()) {
              deeds.add(
                  new RecordDeed(
                      Instant.parse(row.getString(1)),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getInt(5),
                      row.getString(6)));
            }
          }
          return deeds;
        });
  }

  /**
   * Keeps new records, all or none.
   *
   * @throws ConflictException if one of them is there already
   */
  public void create(String area, List<Entry> entries, String who) {
    records.write(
        sql -> {
          for (Entry entry : entries) {
            Optional<KeptRecord> there = find(sql, area, entry.kind(), entry.id());
            if (there.isPresent()) {
              throw new ConflictException(there.get().revision());
            }
            put(sql, area, entry, "create", who);
          }
          return entries;
        });
  }

  /**
   * Keeps what a record says now.
   *
   * @param revision the one it was made from
   * @throws ConflictException if that is not the current one any more
   */
  public KeptRecord replace(String area, Entry entry, int revision, String who) {
    return records.write(
        sql -> {
          require(sql, area, entry.kind(), entry.id(), revision);
          return put(sql, area, entry, "replace", who);
        });
  }

  /**
   * Forgets a record, and what it said.
   *
   * @throws ConflictException if this is not its current revision
   */
  public void delete(String area, String kind, String id, int revision, String who) {
    records.write(
        sql -> {
          require(sql, area, kind, id, revision);
          run(sql, "delete", area, kind, id);
          int next = number(sql, "last_revision", area, kind, id).intValue() + 1;
          run(sql, "enter", Instant.now().toString(), who, area, kind, id, next, "delete");
          return id;
        });
  }

  private static KeptRecord put(Connection sql, String area, Entry entry, String deed, String who)
      throws SQLException {
    int next = number(sql, "last_revision", area, entry.kind(), entry.id()).intValue() + 1;
    run(sql, "put", area, entry.kind(), entry.id(), next, entry.body());
    String now = Instant.now().toString();
    run(sql, "enter", now, who, area, entry.kind(), entry.id(), next, deed);
    return new KeptRecord(entry.kind(), entry.id(), next, entry.body());
  }

  private static void require(Connection sql, String area, String kind, String id, int revision)
      throws SQLException {
    Optional<KeptRecord> there = find(sql, area, kind, id);
    if (there.isEmpty() || there.get().revision() != revision) {
      throw new ConflictException(there.map(KeptRecord::revision).orElse(null));
    }
  }

  private static Optional<KeptRecord> find(Connection sql, String area, String kind, String id)
      throws SQLException {
    return read(sql, "find", area, kind, id).stream().findFirst();
  }

  private static List<KeptRecord> read(Connection sql, String name, Object... values)
      throws SQLException {
    List<KeptRecord> found = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, name, values);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new KeptRecord(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)));
      }
    }
    return found;
  }

  /** What is not there counts as 0. */
  private static Long number(Connection sql, String name, Object... values) throws SQLException {
    try (PreparedStatement query = prepared(sql, name, values);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0L;
    }
  }

  private static void run(Connection sql, String name, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, name, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection sql, String name, Object... values)
      throws SQLException {
    @Nullable String text = STATEMENTS.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name);
    }
    PreparedStatement statement = sql.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static Map<String, String> statements() {
    try (InputStream in = RecordStore.class.getResourceAsStream("/sql/programme_statements.sql")) {
      if (in == null) {
        throw new IllegalStateException("sql/programme_statements.sql is not in the program");
      }
      Map<String, String> named = new HashMap<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.split("-- name: ", -1)) {
        int end = block.indexOf('\n');
        if (end > 0) {
          named.put(block.substring(0, end).strip(), block.substring(end).strip());
        }
      }
      return named;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    records.close();
  }
}
