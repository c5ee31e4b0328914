// A second factor, and the sessions that it opened. Of one address several applications may wait.
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
`
