-- The schemas of a new dataset version {number}, and of its area if this is the first.
CREATE SCHEMA "{version}";

COMMENT ON SCHEMA "{version}" IS '数据版本 {number} Dataset version {number} of {area}';

CREATE SCHEMA IF NOT EXISTS "{area}";

COMMENT ON SCHEMA "{area}" IS '当前数据版本 Views of the current dataset version';

-- Whoever may read: an administrator makes this role once and grants it to people.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lifecircle_readers') THEN
    GRANT USAGE ON SCHEMA "{area}", "{version}" TO lifecircle_readers;
  END IF;
END
$$;
