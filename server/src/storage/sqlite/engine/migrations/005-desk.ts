// The expert's side: a pause, times that they propose, and who cancelled. Until then only customers could. The index covers
// what a page of an expert's sessions is chosen by.
export const desk = `
ALTER TABLE schedule ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1));

ALTER TABLE record ADD COLUMN proposal TEXT;
ALTER TABLE record ADD COLUMN cancelled_by TEXT;
UPDATE record SET cancelled_by = 'customer' WHERE state = 'cancelled';
UPDATE answer SET record = json_set(record, '$.cancelledBy', 'customer')
WHERE json_extract(record, '$.state') = 'cancelled';

CREATE INDEX record_of_expert ON record (expert_id, starts_at, id, state, ends_at)
  WHERE state IN ('booked', 'cancelled');
`
