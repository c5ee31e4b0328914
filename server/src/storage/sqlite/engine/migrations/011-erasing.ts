// Whoever is erased is looked for in the trail of administration. With this version deleted bytes are filled with zeros.
export const erasing = `
CREATE INDEX audit_by_subject ON audit (subject_id);
`
