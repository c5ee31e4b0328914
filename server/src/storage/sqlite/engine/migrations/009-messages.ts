// What is settled once for an installation stands in a table of its own. What is owed stands beside the record that owes it, until it is made a message of. What was booked before is reminded of.
export const messages = `
ALTER TABLE record ADD COLUMN owed TEXT;
ALTER TABLE record ADD COLUMN remind_at INTEGER;
UPDATE record SET remind_at = starts_at - 86400000
  WHERE state = 'booked' AND starts_at > unixepoch() * 1000;
CREATE INDEX record_owing ON record (id) WHERE owed IS NOT NULL;
CREATE INDEX record_reminding ON record (remind_at) WHERE remind_at IS NOT NULL;

CREATE TABLE installation (
  id TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE mail_choice (
  expert_id TEXT PRIMARY KEY NOT NULL,
  choices TEXT NOT NULL,
  agenda_at INTEGER
) STRICT;
CREATE INDEX mail_choice_agenda ON mail_choice (agenda_at) WHERE agenda_at IS NOT NULL;

CREATE TABLE message (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  line TEXT NOT NULL,
  booking_id TEXT,
  version INTEGER,
  owed_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('waiting', 'handed_over', 'refused', 'expired', 'dropped', 'parked')),
  attempts INTEGER NOT NULL,
  crashes INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  message_id TEXT,
  dated INTEGER,
  reply TEXT,
  settled_at INTEGER
) STRICT;
CREATE INDEX message_due ON message (due_at, owed_at) WHERE state = 'waiting';
CREATE INDEX message_in_line ON message (line, kind, version);
CREATE INDEX message_of_booking ON message (booking_id, owed_at, due_at, id)
  WHERE booking_id IS NOT NULL;
CREATE INDEX message_by_time ON message (owed_at, id);
CREATE INDEX message_waiting ON message (owed_at, id) WHERE state = 'waiting';
CREATE INDEX message_failed ON message (owed_at, id)
  WHERE state IN ('refused', 'expired', 'parked');
CREATE INDEX message_handed_over ON message (message_id) WHERE state = 'handed_over';
CREATE INDEX message_settled ON message (settled_at) WHERE settled_at IS NOT NULL;
`
