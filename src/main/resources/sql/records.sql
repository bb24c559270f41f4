-- What changes from day to day: scenarios, and who wrote what when. Dataset versions are files of
-- their own and never change.
CREATE TABLE IF NOT EXISTS scenarios (
  area TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  dataset_version INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (area, id)
) WITHOUT ROWID;

-- Never shortened: a revision is one more than the last of that scenario here, so that a number
-- once given out never comes back, even when a scenario is deleted and made again.
CREATE TABLE IF NOT EXISTS audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  area TEXT NOT NULL,
  scenario TEXT NOT NULL,
  revision INTEGER NOT NULL,
  deed TEXT NOT NULL CHECK (deed IN ('create', 'replace', 'delete')),
  body TEXT
);

CREATE INDEX IF NOT EXISTS audit_of_scenario ON audit (area, scenario, revision);

PRAGMA user_version = 1
