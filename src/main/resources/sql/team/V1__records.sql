-- Tables of the team's database, in the schema lifecircle. Layers are not here: each dataset
-- version is a schema of its own (version.sql), and each area has one with views of its current
-- version (current_view.sql).
COMMENT ON SCHEMA lifecircle IS 'LifeCircle 的记录：版本、情景、计算、操作日志 The records of LifeCircle';

CREATE TABLE areas (
  id text PRIMARY KEY
);
COMMENT ON TABLE areas IS '研究范围 Study areas; a row is locked while a version of it is made';

CREATE TABLE dataset_versions (
  area text NOT NULL REFERENCES areas,
  number integer NOT NULL CHECK (number > 0),
  crs text NOT NULL,
  crs_definition text NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (area, number)
);
COMMENT ON TABLE dataset_versions IS '数据版本 Dataset versions; the highest number of an area is its current one';

CREATE TABLE version_tables (
  area text NOT NULL,
  number integer NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  geometry_type text NOT NULL,
  features integer NOT NULL,
  PRIMARY KEY (area, number, name),
  FOREIGN KEY (area, number) REFERENCES dataset_versions ON DELETE CASCADE
);
COMMENT ON TABLE version_tables IS '各版本的图层及要素数 The layers of each version, and how many features they have';

CREATE TABLE scenarios (
  area text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL,
  dataset_version integer NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (area, id)
);
COMMENT ON TABLE scenarios IS '情景 Scenarios as they are now; body is JSON';

-- Never shortened: a revision is one more than the last of that scenario here, so that a number
-- once given out never comes back, even when a scenario is deleted and made again.
CREATE TABLE audit (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  who text NOT NULL,
  area text NOT NULL,
  scenario text NOT NULL,
  revision integer NOT NULL,
  deed text NOT NULL CHECK (deed IN ('create', 'replace', 'delete')),
  body text,
  UNIQUE (area, scenario, revision)
);
COMMENT ON TABLE audit IS '操作日志 Who changed which scenario when, and to what';

CREATE TABLE jobs (
  id text PRIMARY KEY,
  area text NOT NULL,
  scenario text,
  process text NOT NULL,
  request text NOT NULL,
  status text NOT NULL
    CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
  progress integer NOT NULL,
  message text,
  result text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX jobs_of_area ON jobs (area, created_at);
COMMENT ON TABLE jobs IS '长时间计算 Long computations, what was asked and what came of it';

-- A version never changes, whoever owns its tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '数据版本不可修改，请重新导入。A dataset version never changes: import a new one'
    USING ERRCODE = 'read_only_sql_transaction';
END
$$;
