// Calendars that are read by an account: what is sealed then holds who signs in as well.
export const accounts = `
ALTER TABLE calendar_source ADD COLUMN kind TEXT NOT NULL DEFAULT 'file'
  CHECK (kind IN ('file', 'account'));
`
