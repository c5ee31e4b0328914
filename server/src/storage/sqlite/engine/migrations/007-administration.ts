// What administrators look for. Sessions of everybody by start; people by address, experts apart.
export const administration = `
CREATE INDEX record_by_start ON record (starts_at, id, state, ends_at) WHERE email_key IS NOT NULL;
CREATE INDEX person_expert_by_email ON person (email_key) WHERE expert_id IS NOT NULL;

CREATE TABLE application (
  id TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  name TEXT NOT NULL,
  headline TEXT NOT NULL,
  category TEXT NOT NULL,
  bio TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined')),
  sent_at INTEGER NOT NULL,
  decided_at INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX application_by_time ON application (sent_at, id);
CREATE INDEX application_of_email ON application (email_key, sent_at, id);
CREATE INDEX application_by_state ON application (state, sent_at, id);
CREATE UNIQUE INDEX application_waiting ON application (email_key) WHERE state = 'waiting';
`
