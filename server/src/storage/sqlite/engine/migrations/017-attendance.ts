// Who was in which call, and what came of it. `open` until the session was settled by it.
export const attendance = `
ALTER TABLE record ADD COLUMN settlement TEXT;

CREATE TABLE call_event (
  id TEXT PRIMARY KEY NOT NULL,
  booking_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('customer', 'expert')),
  kind TEXT NOT NULL CHECK (kind IN ('joined', 'returned', 'there', 'lost', 'left')),
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  server TEXT NOT NULL,
  open INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX call_event_of_booking ON call_event (booking_id);
CREATE INDEX call_event_open ON call_event (booking_id) WHERE open = 1;
CREATE INDEX call_event_by_time ON call_event (at);
`
