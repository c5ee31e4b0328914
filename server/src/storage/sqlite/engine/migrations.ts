import { administration, expertsAreListed } from './administration-schema.ts'
import type { Database } from './driver.ts'

const first = `
CREATE TABLE category (
  rid INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  icon TEXT NOT NULL
) STRICT;

-- rid numbers experts densely, for the directory's bit sets. The generated columns are what lists are sorted by.
CREATE TABLE expert (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  headline TEXT NOT NULL,
  bio TEXT NOT NULL,
  bring TEXT NOT NULL,
  category TEXT NOT NULL REFERENCES category (slug),
  skills TEXT NOT NULL,
  languages TEXT NOT NULL,
  hourly_rate INTEGER NOT NULL,
  photo_url TEXT,
  rating_average REAL NOT NULL,
  rating_count INTEGER NOT NULL,
  next_free_at INTEGER,
  refresh_at INTEGER NOT NULL DEFAULT 0,
  soonest INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(next_free_at, 9007199254740991)) VIRTUAL,
  rating_rank REAL NOT NULL GENERATED ALWAYS AS (0 - rating_average) VIRTUAL
) STRICT;
CREATE INDEX expert_soonest ON expert (soonest, id);
CREATE INDEX expert_rating ON expert (rating_rank, id);
CREATE INDEX expert_price ON expert (hourly_rate, id);
CREATE INDEX expert_category ON expert (category);
CREATE INDEX expert_refresh ON expert (refresh_at);

CREATE TABLE expert_word (
  word TEXT NOT NULL,
  expert INTEGER NOT NULL REFERENCES expert (rid),
  PRIMARY KEY (word, expert)
) STRICT, WITHOUT ROWID;

CREATE TABLE expert_language (
  language TEXT NOT NULL,
  expert INTEGER NOT NULL REFERENCES expert (rid),
  PRIMARY KEY (language, expert)
) STRICT, WITHOUT ROWID;

-- Apart from the expert, so that storing the next free start does not write imported busy times again.
CREATE TABLE schedule (
  expert_id TEXT PRIMARY KEY NOT NULL REFERENCES expert (id),
  version INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  weekly TEXT NOT NULL,
  exceptions TEXT NOT NULL,
  session_lengths TEXT NOT NULL,
  policy TEXT NOT NULL,
  busy TEXT NOT NULL
) STRICT;

CREATE TABLE review (
  id TEXT PRIMARY KEY NOT NULL,
  expert_id TEXT NOT NULL REFERENCES expert (id),
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  text TEXT,
  has_text INTEGER NOT NULL,
  author TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX review_page ON review (expert_id, has_text, written_at, id, rating);

CREATE TABLE record (
  id TEXT PRIMARY KEY NOT NULL,
  expert_id TEXT NOT NULL REFERENCES expert (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'released', 'booked', 'cancelled')),
  version INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  renewed INTEGER,
  holder TEXT,
  released_at INTEGER,
  booked_at INTEGER,
  customer_name TEXT,
  customer_email TEXT,
  email_key TEXT,
  customer_phone TEXT,
  topic TEXT,
  time_zone TEXT,
  hourly_rate INTEGER,
  currency TEXT,
  token_version INTEGER,
  cancellation_minutes INTEGER,
  cancelled_at INTEGER,
  cancel_reason TEXT
) STRICT;
CREATE INDEX record_live ON record (expert_id, until) WHERE state IN ('held', 'booked');
CREATE INDEX record_holder ON record (holder, expires_at) WHERE state = 'held';
CREATE INDEX record_expiring ON record (expires_at) WHERE state = 'held';
CREATE INDEX record_released ON record (released_at) WHERE state = 'released';
CREATE INDEX record_email ON record (email_key, ends_at) WHERE state = 'booked';

-- Who owns which 15 minutes. This primary key is what decides every race for a slot. It has no foreign key on
-- record: forgetting a released hold would then search all cells.
CREATE TABLE cell (
  expert_id TEXT NOT NULL,
  cell INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  PRIMARY KEY (expert_id, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  token_version INTEGER NOT NULL,
  of_hold INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (scope, key)
) STRICT;
CREATE INDEX answer_of_hold ON answer (answered_at) WHERE of_hold = 1;

-- Time was taken or freed: the expert's next free start is due. Ever lower numbers tell one becoming due from the next,
-- so that an answer computed from what was before is not stored over it.
CREATE TRIGGER record_made AFTER INSERT ON record WHEN new.state IN ('held', 'booked') BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1 WHERE id = new.expert_id;
END;
CREATE TRIGGER record_changed AFTER UPDATE ON record
WHEN old.starts_at <> new.starts_at OR old.until <> new.until
  OR (old.state IN ('held', 'booked')) <> (new.state IN ('held', 'booked'))
BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1 WHERE id = new.expert_id;
END;
`

// A booking makes its expert due only if it takes some of the stored next free slot: most do not, and finding the
// next one costs more than the claim. 900000 ms are a cell.
const dueOnlyIfTaken = `
ALTER TABLE expert ADD COLUMN next_free_until INTEGER;
UPDATE expert SET refresh_at = 0;

DROP TRIGGER record_made;
DROP TRIGGER record_changed;
CREATE TRIGGER time_taken AFTER INSERT ON record WHEN new.state IN ('held', 'booked') BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1
  WHERE id = new.expert_id
    AND next_free_at / 900000 <= (new.until - 1) / 900000
    AND (next_free_until - 1) / 900000 >= new.starts_at / 900000;
END;
CREATE TRIGGER time_freed AFTER UPDATE ON record
WHEN old.starts_at <> new.starts_at OR old.until <> new.until
  OR (old.state IN ('held', 'booked')) <> (new.state IN ('held', 'booked'))
BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1 WHERE id = new.expert_id;
END;

-- With all that a board needs of a live record, so that its rows are not looked up one by one.
DROP INDEX record_live;
CREATE INDEX record_live
  ON record (expert_id, until, starts_at, ends_at, state, expires_at, version, id)
  WHERE state IN ('held', 'booked');
`

// How often something was done by whom, for limits that hold on all servers and after a restart. The row of a window
// that is over is used again by the next one; the index finds those that nobody came back to.
const usesAreCounted = `
CREATE TABLE use_count (
  key TEXT PRIMARY KEY NOT NULL,
  count INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX use_count_ended ON use_count (ends_at);
`

// Who proved an e-mail address, and where they are signed in. `ends_at` is when a session ends at the latest, whoever it
// belongs to: an administrator's ends sooner, and those few are looked up by person_admin. The index of records covers
// what pages are chosen by, so that rows of other pages are not read.
const peopleSignIn = `
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

// The expert's side: a pause, times that they propose, and who cancelled. Until then only customers could. The index covers
// what a page of an expert's sessions is chosen by.
const desk = `
ALTER TABLE schedule ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1));

ALTER TABLE record ADD COLUMN proposal TEXT;
ALTER TABLE record ADD COLUMN cancelled_by TEXT;
UPDATE record SET cancelled_by = 'customer' WHERE state = 'cancelled';
UPDATE answer SET record = json_set(record, '$.cancelledBy', 'customer')
WHERE json_extract(record, '$.state') = 'cancelled';

CREATE INDEX record_of_expert ON record (expert_id, starts_at, id, state, ends_at)
  WHERE state IN ('booked', 'cancelled');
`

/** Never edited once released: a database remembers how many of them it went through. */
const migrations: readonly string[] = [
  first,
  dueOnlyIfTaken,
  usesAreCounted,
  peopleSignIn,
  desk,
  expertsAreListed,
  administration,
]

/** "ExpC", so that a database of another program is not taken for ours. */
export const applicationId = 0x45787043

export const schemaVersion = migrations.length

export function storedVersion(db: Database): number {
  return db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0
}

/** Each step is one transaction with its number, so that a crash leaves a whole version behind. `to`: and no further. */
export function migrate(db: Database, to = schemaVersion): void {
  for (const [index, sql] of migrations.slice(0, to).entries()) {
    if (index < storedVersion(db)) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(sql)
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${index + 1}`)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}
