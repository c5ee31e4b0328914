// One index finds what is owed at once and what is to be reminded of: each that a booking enters costs whoever books.
export const telling = `
DROP INDEX record_owing;
DROP INDEX record_reminding;
ALTER TABLE record ADD COLUMN tell_at INTEGER AS (iif(owed IS NULL, remind_at, 0)) VIRTUAL;
CREATE INDEX record_telling ON record (tell_at) WHERE tell_at IS NOT NULL;
`
