-- What a table of a dataset version gets once its rows are in: indexes are faster made at the end.
ALTER TABLE "{version}"."{table}" ADD PRIMARY KEY (fid);

CREATE INDEX "{table}_geom" ON "{version}"."{table}" USING gist (geom);

COMMENT ON TABLE "{version}"."{table}" IS '{title}';

CREATE TRIGGER unchanged BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{version}"."{table}"
  FOR EACH STATEMENT EXECUTE FUNCTION lifecircle.refuse_change();

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lifecircle_readers') THEN
    GRANT SELECT ON "{version}"."{table}" TO lifecircle_readers;
  END IF;
END
$$;

ANALYZE "{version}"."{table}";
