// What people type for what experts of a category have, as JSON; nothing until an administrator changes what it begins with.
export const synonyms = `
ALTER TABLE category ADD COLUMN synonyms TEXT;
`
