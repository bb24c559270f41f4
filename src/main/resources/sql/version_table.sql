-- A table of a dataset version, before its rows.
CREATE TABLE "{version}"."{table}" (
  fid integer NOT NULL,
  geom geometry({type}, {srid}){columns}
);
