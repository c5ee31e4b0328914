export const first = `
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
