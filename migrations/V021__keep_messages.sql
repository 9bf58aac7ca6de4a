-- The texts of mails where a consultancy wrote its own; wave_id null: those of the next launch. A launch keeps a whole set.
CREATE TABLE study.message_set (
    engagement_id uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    wave_id       uuid REFERENCES study.wave ON DELETE CASCADE,
    thanks        boolean NOT NULL DEFAULT false,
    version       integer NOT NULL DEFAULT 0,
    CONSTRAINT message_set_once UNIQUE NULLS NOT DISTINCT (engagement_id, wave_id)
);
CREATE TABLE study.message (
    engagement_id uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    wave_id       uuid REFERENCES study.wave ON DELETE CASCADE,
    kind          text NOT NULL CHECK (kind IN (
                      'heads_up', 'invitation', 'reminder_open', 'reminder_started', 'thanks', 'findings')),
    readers       text NOT NULL CHECK (readers IN ('customer', 'team')),
    language      text NOT NULL,
    subject       text NOT NULL,
    body          text NOT NULL,
    CONSTRAINT message_once UNIQUE NULLS NOT DISTINCT (engagement_id, wave_id, kind, readers, language)
);
CREATE INDEX message_by_wave ON study.message (wave_id);

-- What the findings letter of a wave says, typed by a consultant after publication.
CREATE TABLE study.findings_letter (
    wave_id  uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    language text NOT NULL,
    findings text NOT NULL,
    decision text NOT NULL,
    PRIMARY KEY (wave_id, language)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.message_set, study.message, study.findings_letter TO parallax_field;

ALTER TABLE identity.outbox
    DROP CONSTRAINT outbox_kind_check,
    ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('invitation', 'reminder', 'thanks', 'findings'));
