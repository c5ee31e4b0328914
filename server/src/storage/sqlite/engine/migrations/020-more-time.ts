// What one side of a session offers to the other: that it goes on for longer.
export const moreTime = `
ALTER TABLE record ADD COLUMN more_time TEXT;
`
