// Limits count by network and by whoever has proved who they are: pseudonyms, which what was booked before does not have.
export const origins = `
ALTER TABLE record ADD COLUMN network TEXT;
ALTER TABLE record ADD COLUMN maker TEXT;
CREATE INDEX record_unproved
  ON record (expert_id, ends_at, network, created_at, starts_at, until, expires_at, id)
  WHERE network IS NOT NULL AND maker IS NULL AND state IN ('held', 'booked');
CREATE INDEX record_maker ON record (maker, ends_at) WHERE state = 'booked' AND maker IS NOT NULL;
`
