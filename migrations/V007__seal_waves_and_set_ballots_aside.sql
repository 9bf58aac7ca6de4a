-- Ballots of box.ballot that nobody can open: not counted, and not tried again. Taking a row away has its ballot tried
-- once more. Which ballot it was tells nobody whose it was.
CREATE TABLE box.unreadable (
    id       uuid PRIMARY KEY,
    wave_id  uuid NOT NULL,
    audience text NOT NULL
);
CREATE INDEX unreadable_by_wave ON box.unreadable (wave_id);
GRANT SELECT, INSERT, DELETE ON box.unreadable TO parallax_count;

-- A sealed wave has no links. Nothing equals null, so no link finds such an invitation.
ALTER TABLE identity.invitation ALTER COLUMN token_hash DROP NOT NULL;

-- A stop belongs to its engagement, whatever the client is called by then; the name also stops the client's other
-- engagements, so one address may have several rows.
ALTER TABLE identity.suppression DROP CONSTRAINT suppression_pkey;
ALTER TABLE identity.suppression ADD PRIMARY KEY (address_hash, engagement_id, client);

-- When a server took the mail: reminders of the plan count their days from here.
ALTER TABLE identity.outbox ADD COLUMN left_at timestamptz;
UPDATE identity.outbox SET left_at = due_at WHERE state = 'accepted';
