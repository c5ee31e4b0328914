// When the address of a booking was corrected lately, as JSON: what the limit of a day counts.
export const readdressed = `
ALTER TABLE record ADD COLUMN readdressed_at TEXT;
`
