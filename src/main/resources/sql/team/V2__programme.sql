-- Records of renewal programmes: JSON as it was checked when it came in. Bodies may hold names of
-- people; only the registrar is shown them, and nobody else should read this table.
CREATE TABLE programme_records (
  area text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (area, kind, id)
);
REVOKE ALL ON programme_records FROM PUBLIC;
COMMENT ON TABLE programme_records IS '改造项目记录（含个人信息） Records of renewal programmes; they hold names of people';

-- Who wrote which record when; never what it said, for what is deleted about a person is gone.
CREATE TABLE programme_audit (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at text NOT NULL,
  who text NOT NULL,
  area text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL,
  deed text NOT NULL CHECK (deed IN ('create', 'replace', 'delete'))
);
CREATE INDEX programme_audit_of_record ON programme_audit (area, kind, id, revision);
COMMENT ON TABLE programme_audit IS '记录的操作日志 Who wrote which record when';
