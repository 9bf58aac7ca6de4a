-- People without a mail address are found by the digits of their number.
CREATE INDEX contact_by_digits ON identity.contact (engagement_id, (regexp_replace(phone, '[^0-9]', '', 'g')))
    WHERE email_key IS NULL;

-- What stops mails of an engagement: its own stops, and those of engagements whose client is or was called like its own.
CREATE VIEW identity.stopped_address AS
SELECT mine.id AS engagement_id, s.address_hash
FROM study.engagement mine
JOIN identity.suppression s ON true
LEFT JOIN study.engagement other ON other.id = s.engagement_id
WHERE s.engagement_id = mine.id OR s.client = mine.client OR other.client = mine.client;
GRANT SELECT ON identity.stopped_address TO parallax_field;

-- A file of people between upload and confirmation; everything that quotes it is sealed under the installation key.
CREATE TABLE identity.intake (
    id            uuid PRIMARY KEY,
    engagement_id uuid NOT NULL,
    person_id     uuid NOT NULL,
    created_at    timestamptz NOT NULL,
    -- keyed: from a plain hash one could guess who is in the file
    file_mac      bytea NOT NULL,
    about         bytea NOT NULL,
    checked       boolean NOT NULL DEFAULT false,
    job_id        uuid,
    CONSTRAINT intake_once_a_file UNIQUE (engagement_id, file_mac)
);

-- the file as it came
CREATE TABLE identity.intake_part (
    intake_id uuid NOT NULL REFERENCES identity.intake ON DELETE CASCADE,
    number    integer NOT NULL,
    sealed    bytea NOT NULL,
    PRIMARY KEY (intake_id, number)
);

-- its rows, and what was found of each
CREATE TABLE identity.intake_block (
    intake_id  uuid NOT NULL REFERENCES identity.intake ON DELETE CASCADE,
    number     integer NOT NULL,
    sealed     bytea NOT NULL,
    ready      integer NOT NULL DEFAULT 0,
    updated    integer NOT NULL DEFAULT 0,
    duplicates integer NOT NULL DEFAULT 0,
    rejected   integer NOT NULL DEFAULT 0,
    -- among the rejected: people who asked not to be written to; these are counted, never listed
    stopped    integer NOT NULL DEFAULT 0,
    -- rows with something to look at twice, whatever became of them
    warned     integer NOT NULL DEFAULT 0,
    PRIMARY KEY (intake_id, number)
);
ALTER TABLE identity.intake_part ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE identity.intake_block ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- How a client's files name what we ask for: column names to fields.
CREATE TABLE identity.column_mapping (
    client  text PRIMARY KEY,
    columns jsonb NOT NULL
);

-- Rejected rows of an import lie sealed, in blocks, for some days.
ALTER TABLE identity.contact_import
    DROP COLUMN problems,
    DROP COLUMN rejected_rows,
    ADD COLUMN about bytea,
    ADD COLUMN stopped integer NOT NULL DEFAULT 0,
    ADD COLUMN warned integer NOT NULL DEFAULT 0,
    ADD COLUMN intake_id uuid,
    ADD CONSTRAINT contact_import_once_an_intake UNIQUE (intake_id);
CREATE TABLE identity.import_rejected (
    import_id uuid NOT NULL REFERENCES identity.contact_import ON DELETE CASCADE,
    number    integer NOT NULL,
    people    integer NOT NULL,
    sealed    bytea NOT NULL,
    PRIMARY KEY (import_id, number)
);
ALTER TABLE identity.import_rejected ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- People as they were before an import changed them, so that it can be undone.
CREATE TABLE identity.import_change (
    import_id  uuid NOT NULL REFERENCES identity.contact_import ON DELETE CASCADE,
    contact_id uuid NOT NULL REFERENCES identity.contact ON DELETE CASCADE,
    -- the version the import made; a later one was made by somebody who knew better
    version    integer NOT NULL,
    before     jsonb NOT NULL,
    PRIMARY KEY (import_id, contact_id)
);
CREATE INDEX import_change_by_contact ON identity.import_change (contact_id);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON identity.intake, identity.intake_part, identity.intake_block, identity.column_mapping,
       identity.import_rejected, identity.import_change
    TO parallax_field;
