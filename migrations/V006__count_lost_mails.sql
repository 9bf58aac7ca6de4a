-- How often a mail was leaving when the line or the node was lost: an invitation is sent once more, not twice.
ALTER TABLE identity.outbox ADD COLUMN lost_outcomes smallint NOT NULL DEFAULT 0;
CREATE INDEX outbox_leaving ON identity.outbox (claimed_at) WHERE state IN ('sending', 'unknown');
CREATE INDEX outbox_by_wave ON identity.outbox (wave_id);
