// A second factor, and the sessions that it opened. Of one address several applications may wait.
// The log tells of sign-ins as well, and is read by kind.
export const hardToAbuse = `
CREATE TABLE passkey (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX passkey_of_person ON passkey (person_id, added_at, id);
ALTER TABLE session ADD COLUMN with_passkey INTEGER NOT NULL DEFAULT 0;

DROP INDEX application_waiting;
ALTER TABLE application ADD COLUMN proved INTEGER NOT NULL DEFAULT 0;

ALTER TABLE audit ADD COLUMN kind TEXT NOT NULL DEFAULT 'administration';
ALTER TABLE audit ADD COLUMN device TEXT;
ALTER TABLE audit ADD COLUMN network TEXT;
CREATE INDEX audit_by_kind ON audit (kind, at, id);
CREATE INDEX audit_of_subject ON audit (subject_id, action);
`
