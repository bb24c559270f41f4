-- A layer of the current version of an area.
CREATE OR REPLACE VIEW "{area}"."{table}" AS SELECT * FROM "{version}"."{table}";

COMMENT ON VIEW "{area}"."{table}" IS '{title}（版本 {number} version {number}）';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lifecircle_readers') THEN
    GRANT SELECT ON "{area}"."{table}" TO lifecircle_readers;
  END IF;
END
$$;
