// Whom experts and administrators keep away, what experts report, and bookings by the network that they came from. An
// empty `scope` counts for every expert.
export const blocks = `
CREATE TABLE block (
  id TEXT PRIMARY KEY NOT NULL,
  key TEXT NOT NULL,
  scope TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('address', 'domain', 'network')),
  value TEXT,
  email_key TEXT,
  booking_id TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  name TEXT,
  note TEXT,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  UNIQUE (key, scope)
) STRICT;
CREATE INDEX block_by_time ON block (scope, made_at, id);
CREATE INDEX block_of_email ON block (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX block_of_booking ON block (booking_id);

CREATE TABLE report (
  id TEXT PRIMARY KEY NOT NULL,
  booking_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'dismissed')),
  reason TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  reported_by TEXT NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  word TEXT
) STRICT;
CREATE UNIQUE INDEX report_open ON report (booking_id) WHERE state = 'open';
CREATE INDEX report_by_time ON report (reported_at, id);
CREATE INDEX report_by_state ON report (state, reported_at, id);

CREATE INDEX record_of_network ON record (network, starts_at, id)
  WHERE network IS NOT NULL AND state = 'booked';
`
