// Who was in which call, and what came of it: `dispute` says whether one waits for a decision. `open` until the session was settled by it.
export const attendance = `
ALTER TABLE record ADD COLUMN late TEXT;
ALTER TABLE record ADD COLUMN settlement TEXT;
ALTER TABLE record ADD COLUMN dispute TEXT;
ALTER TABLE record ADD COLUMN disputed_at INTEGER;
CREATE INDEX record_disputed ON record (dispute, disputed_at, id) WHERE dispute IS NOT NULL;

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
