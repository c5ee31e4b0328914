// A booking makes its expert due only if it takes some of the stored next free slot: most do not, and finding the
// next one costs more than the claim. 900000 ms are a cell.
export const dueOnlyIfTaken = `
ALTER TABLE expert ADD COLUMN next_free_until INTEGER;
UPDATE expert SET refresh_at = 0;

DROP TRIGGER record_made;
DROP TRIGGER record_changed;
CREATE TRIGGER time_taken AFTER INSERT ON record WHEN new.state IN ('held', 'booked') BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1
  WHERE id = new.expert_id
    AND next_free_at / 900000 <= (new.until - 1) / 900000
    AND (next_free_until - 1) / 900000 >= new.starts_at / 900000;
END;
CREATE TRIGGER time_freed AFTER UPDATE ON record
WHEN old.starts_at <> new.starts_at OR old.until <> new.until
  OR (old.state IN ('held', 'booked')) <> (new.state IN ('held', 'booked'))
BEGIN
  UPDATE expert SET refresh_at = min(refresh_at, 0) - 1 WHERE id = new.expert_id;
END;

-- With all that a board needs of a live record, so that its rows are not looked up one by one.
DROP INDEX record_live;
CREATE INDEX record_live
  ON record (expert_id, until, starts_at, ends_at, state, expires_at, version, id)
  WHERE state IN ('held', 'booked');
`
