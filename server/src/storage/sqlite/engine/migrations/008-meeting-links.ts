// Where an expert meets people when a call finds no path.
export const meetingLinks = `
ALTER TABLE expert ADD COLUMN meeting_url TEXT;
`
