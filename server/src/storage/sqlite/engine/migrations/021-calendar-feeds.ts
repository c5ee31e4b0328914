// Where calendars read sessions, and since when a session is as it is. What was written before tells that by what it was last.
export const calendarFeeds = `
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
`
