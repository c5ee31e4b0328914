// The calendar elsewhere into which an expert's bookings are written.
export const receiving = `
ALTER TABLE calendar_source ADD COLUMN receives INTEGER NOT NULL DEFAULT 0 CHECK (receives IN (0, 1));
`
