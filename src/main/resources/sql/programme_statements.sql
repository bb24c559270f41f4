-- name: list
SELECT kind, id, revision, body FROM programme_records WHERE area = ? ORDER BY kind, id

-- name: find
SELECT kind, id, revision, body FROM programme_records WHERE area = ? AND kind = ? AND id = ?

-- name: put
INSERT INTO programme_records (area, kind, id, revision, body) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (area, kind, id) DO UPDATE SET revision = excluded.revision, body = excluded.body

-- name: delete
DELETE FROM programme_records WHERE area = ? AND kind = ? AND id = ?

-- name: last_revision
SELECT max(revision) FROM programme_audit WHERE area = ? AND kind = ? AND id = ?

-- name: enter
INSERT INTO programme_audit (at, who, area, kind, id, revision, deed) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: stamp
SELECT max(number) FROM programme_audit WHERE area = ?

-- name: audit
SELECT at, who, kind, id, revision, deed FROM programme_audit WHERE area = ? ORDER BY number
