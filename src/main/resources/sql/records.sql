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

-- Long computations, what was asked and what came of it. One that was running when the server died
-- is found so by the next, and told as failed.
CREATE TABLE IF NOT EXISTS jobs (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL,
  scenario TEXT,
  process TEXT NOT NULL,
  request TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
  progress INTEGER NOT NULL,
  message TEXT,
  result TEXT,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS jobs_of_area ON jobs (area, created_at);

-- Records of renewal programmes: JSON as it was checked when it came in. Bodies may hold names of
-- people; only the registrar is shown them.
CREATE TABLE IF NOT EXISTS programme_records (
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (area, kind, id)
) WITHOUT ROWID;

-- Who wrote which record when; never what it said, for what is deleted about a person is gone.
CREATE TABLE IF NOT EXISTS programme_audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  deed TEXT NOT NULL CHECK (deed IN ('create', 'replace', 'delete'))
);

CREATE INDEX IF NOT EXISTS programme_audit_of_record ON programme_audit (area, kind, id, revision);

PRAGMA user_version = 1
