package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifecircle.store.RecordStore.Entry;

/** What holds wherever records of a programme are kept. */
@ParameterizedClass
@EnumSource(Kept.class)
class RecordStoreTest {

  private static final String AREA = "xigong";
  private static final Entry WORKS = new Entry("works", "k-1", "{\"name\":\"两院合一\"}");
  private static final Entry VOTE = new Entry("votes", "v-1", "{}");

  private final Kept kept;
  @TempDir Path folder;

  RecordStoreTest(Kept kept) {
    this.kept = kept;
  }

  private final List<Workspace> opened = new ArrayList<>();
  private String place = "";

  @BeforeEach
  void findPlace() {
    place = kept.newPlace(folder);
  }

  private RecordStore open() {
    Workspace workspace = Kept.open(place);
    opened.add(workspace);
    return RecordStore.of(workspace);
  }

  @AfterEach
  void close() {
    opened.forEach(Workspace::close);
  }

  @Test
  void what_was_kept_is_there_when_the_program_starts_again() {
    try (RecordStore store = open()) {
      store.create(AREA, List.of(WORKS, VOTE), "小王");
    }

    try (RecordStore store = open()) {
      KeptRecord vote = new KeptRecord("votes", "v-1", 1, "{}");
      KeptRecord works = new KeptRecord("works", "k-1", 1, WORKS.body());
      assertEquals(List.of(vote, works), store.list(AREA));
      assertEquals(Optional.of(works), store.find(AREA, "works", "k-1"));
      assertEquals(List.of(), store.list("elsewhere"));
    }
  }

  @Test
  void of_records_that_come_together_all_are_kept_or_none() {
    try (RecordStore store = open()) {
      store.create(AREA, List.of(VOTE), "a");
      long stamp = store.stamp(AREA);

      assertThrows(
          ConflictException.class, () -> store.create(AREA, List.of(WORKS, VOTE), "somebody"));

      assertEquals(1, store.list(AREA).size());
      assertEquals(stamp, store.stamp(AREA));
      assertEquals(1, store.audit(AREA).size());
    }
  }

  @Test
  void a_write_rests_on_a_revision_and_none_is_given_out_twice() {
    try (RecordStore store = open()) {
      store.create(AREA, List.of(WORKS), "a");
      Entry changed = new Entry("works", "k-1", "{}");
      KeptRecord second = store.replace(AREA, changed, 1, "b");

      assertEquals(2, second.revision());
      assertThrows(ConflictException.class, () -> store.replace(AREA, changed, 1, "c"));
      assertThrows(ConflictException.class, () -> store.delete(AREA, "works", "k-1", 1, "c"));
      store.delete(AREA, "works", "k-1", 2, "d");
      assertThrows(ConflictException.class, () -> store.delete(AREA, "works", "k-1", 3, "d"));
      store.create(AREA, List.of(WORKS), "e");

      assertEquals(4, store.find(AREA, "works", "k-1").orElseThrow().revision());
      assertEquals(
          List.of("create 1 a", "replace 2 b", "delete 3 d", "create 4 e"),
          store.audit(AREA).stream()
              .map(d -> d.deed() + " " + d.revision() + " " + d.who())
              .toList());
    }
  }

  @Test
  void every_write_changes_the_stamp_also_for_another_program() {
    try (RecordStore one = open();
        RecordStore other = open()) {
      long before = other.stamp(AREA);
      one.create(AREA, List.of(WORKS), "a");
      long created = other.stamp(AREA);
      one.delete(AREA, "works", "k-1", 1, "a");

      assertNotEquals(before, created);
      assertNotEquals(created, other.stamp(AREA));
    }
  }

  @Test
  void what_a_deleted_record_said_is_gone() {
    try (RecordStore store = open()) {
      store.create(AREA, List.of(new Entry("votes", "v-1", "{\"person\":\"金丝雀\"}")), "a");
      store.delete(AREA, "votes", "v-1", 1, "a");

      assertEquals(Optional.empty(), store.find(AREA, "votes", "v-1"));
      assertFalse(store.audit(AREA).toString().contains("金丝雀"));
    }
  }

  @Test
  void of_many_who_change_a_record_at_once_one_does() throws Exception {
    try (RecordStore one = open();
        RecordStore other = open()) {
      one.create(AREA, List.of(WORKS), "a");
      ExecutorService many = Executors.newFixedThreadPool(4);
      List<Callable<Boolean>> writes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RecordStore store = i % 2 == 0 ? one : other;
        Entry changed = new Entry("works", "k-1", "{\"n\":" + i + "}");
        writes.add(
            () -> {
              try {
                store.replace(AREA, changed, 1, "w");
                return true;
              } catch (ConflictException e) {
                return false;
              }
            });
      }
      int done = 0;
      for (Future<Boolean> write : many.invokeAll(writes)) {
        done += write.get() ? 1 : 0;
      }
      many.shutdown();

      assertEquals(1, done);
      assertEquals(2, one.find(AREA, "works", "k-1").orElseThrow().revision());
    }
  }

  @Test
  void in_a_teams_database_only_its_owner_may_read_them() throws Exception {
    if (kept == Kept.FOLDER) {
      assertFalse(place.startsWith("jdbc:"));
      return; // whoever may read the file may
    }
    try (RecordStore store = open()) {
      store.create(AREA, List.of(VOTE), "a");
    }
    try (Connection sql = DriverManager.getConnection(place);
        ResultSet row =
            sql.createStatement()
                .executeQuery(
                    "SELECT count(*) FROM information_schema.table_privileges WHERE grantee ="
                        + " 'PUBLIC' AND table_name IN ('programme_records', 'programme_audit')")) {
      row.next();
      assertEquals(0, row.getInt(1));
    }
  }
}
