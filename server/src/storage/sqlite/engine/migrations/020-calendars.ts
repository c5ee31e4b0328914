// Where calendars read sessions, and since when a session is as it is: what was written before tells that by what it was
// last. And the calendars that experts have elsewhere; "busy_changes": how many versions of a schedule changed nothing but
// its busy times.
export const calendars = `
CREATE TABLE calendar_feed (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('customer', 'expert')),
  opened_at INTEGER NOT NULL,
  read_at INTEGER,
  digest TEXT,
  said_since INTEGER
) STRICT;
CREATE UNIQUE INDEX calendar_feed_of ON calendar_feed (person_id, side);
ALTER TABLE record ADD COLUMN changed_at INTEGER;

ALTER TABLE schedule ADD COLUMN busy_changes INTEGER NOT NULL DEFAULT 0;

CREATE TABLE calendar_source (
  id TEXT PRIMARY KEY NOT NULL,
  expert_id TEXT NOT NULL REFERENCES expert (id),
  name TEXT NOT NULL,
  sealed_address TEXT NOT NULL,
  address_mark TEXT NOT NULL,
  shown_address TEXT NOT NULL,
  blocks INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  margin_minutes INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  UNIQUE (expert_id, address_mark)
) STRICT;
CREATE INDEX calendar_source_of_expert ON calendar_source (expert_id, added_at, id);
CREATE INDEX calendar_source_due ON calendar_source (due_at) WHERE paused = 0;
`
