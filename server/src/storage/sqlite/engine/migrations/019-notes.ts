// What each side keeps about a session for itself.
export const notes = `
CREATE TABLE note (
  id TEXT PRIMARY KEY NOT NULL,
  booking_id TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('customer', 'expert')),
  expert_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_of_expert ON note (expert_id, booking_id) WHERE side = 'expert' AND text <> '';
`
