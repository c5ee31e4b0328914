// Reviews of sessions that took place: what they are about, what the expert answers, and what is said against them.
export const reviews = `
ALTER TABLE review ADD COLUMN booking_id TEXT;
ALTER TABLE review ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE review ADD COLUMN edited_at INTEGER;
ALTER TABLE review ADD COLUMN answer TEXT;
ALTER TABLE review ADD COLUMN answered_at INTEGER;
ALTER TABLE review ADD COLUMN hidden_at INTEGER;
ALTER TABLE review ADD COLUMN hidden_by TEXT;
ALTER TABLE review ADD COLUMN hidden_reason TEXT;
ALTER TABLE review ADD COLUMN reported_at INTEGER;
ALTER TABLE review ADD COLUMN report_reason TEXT;
ALTER TABLE review ADD COLUMN reports INTEGER;
CREATE UNIQUE INDEX review_of_booking ON review (booking_id) WHERE booking_id IS NOT NULL;
DROP INDEX review_page;
CREATE INDEX review_page ON review (expert_id, has_text, written_at, id, rating) WHERE hidden_at IS NULL;
CREATE INDEX review_of_expert ON review (expert_id, written_at, id);
CREATE INDEX review_by_time ON review (written_at, id);
CREATE INDEX review_reported ON review (written_at, id) WHERE reported_at IS NOT NULL;
CREATE INDEX review_hidden ON review (written_at, id) WHERE hidden_at IS NOT NULL;
`
