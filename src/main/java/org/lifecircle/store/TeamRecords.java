package org.lifecircle.store;

/** The records of a team: tables beside the dataset versions. */
final class TeamRecords implements Records {

  private final TeamDatabase database;

  TeamRecords(TeamDatabase database) {
    this.database = database;
  }

  /** One writer at a time, as in SQLite: an edit takes a millisecond, and readers do not wait. */
  @Override
  public <T> T write(Work<T> work) {
    return database.transaction(
        sql -> {
          TeamDatabase.run(sql, "LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE");
          return work.in(sql);
        });
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.ask(work);
  }

  @Override
  public void close() {
    // The connections are the workspace's.
  }
}
