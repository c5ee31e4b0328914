// How often something was done by whom, for limits that hold on all servers and after a restart. The row of a window
// that is over is used again by the next one; the index finds those that nobody came back to.
export const usesAreCounted = `
CREATE TABLE use_count (
  key TEXT PRIMARY KEY NOT NULL,
  count INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX use_count_ended ON use_count (ends_at);
`
