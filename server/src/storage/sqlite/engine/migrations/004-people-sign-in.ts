// Who proved an e-mail address, and where they are signed in. `ends_at` is when a session ends at the latest, whoever it
// belongs to: an administrator's ends sooner, and those few are looked up by person_admin. The index of records covers
// what pages are chosen by, so that rows of other pages are not read.
export const peopleSignIn = `
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  is_admin INTEGER NOT NULL CHECK (is_admin IN (0, 1)),
  expert_id TEXT REFERENCES expert (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_admin ON person (is_admin) WHERE is_admin = 1;

CREATE TABLE session (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  token_hash TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of_person ON session (person_id, seen_at, id);
CREATE INDEX session_ended ON session (ends_at);

CREATE TABLE challenge (
  id TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  link_hash TEXT NOT NULL UNIQUE,
  tries_left INTEGER NOT NULL CHECK (tries_left >= 0),
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX challenge_expired ON challenge (expires_at);
CREATE INDEX challenge_of_email ON challenge (email COLLATE NOCASE);

CREATE INDEX record_of_email ON record (email_key, state, starts_at, id, ends_at)
  WHERE email_key IS NOT NULL;
`
