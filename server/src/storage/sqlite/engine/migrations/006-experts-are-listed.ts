// Experts may be kept out of the directory, and their profiles change. The index of photos finds whether anybody still
// refers to one. Nobody is two experts, and no expert two people.
export const expertsAreListed = `
ALTER TABLE expert ADD COLUMN profile_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE expert ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1));
CREATE INDEX expert_listed ON expert (listed);
CREATE INDEX expert_photo ON expert (photo_url) WHERE photo_url IS NOT NULL;
CREATE UNIQUE INDEX person_of_expert ON person (expert_id) WHERE expert_id IS NOT NULL;

CREATE TABLE photo (
  id TEXT PRIMARY KEY NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  done_by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX audit_by_time ON audit (at, id);
`
