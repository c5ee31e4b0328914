// When the address of a booking was corrected lately, which the limit of a day counts, and what one side offers to the other:
// that the session goes on for longer. Both as JSON.
export const correctionsAndOffers = `
ALTER TABLE record ADD COLUMN readdressed_at TEXT;
ALTER TABLE record ADD COLUMN more_time TEXT;
`
