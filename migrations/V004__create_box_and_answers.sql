-- No foreign key, shared id, timestamp or sequence leads from here to a person, or from an answer to a ballot.
CREATE TABLE box.data_key (
    id      uuid PRIMARY KEY,
    wave_id uuid NOT NULL,
    -- a node's data key, wrapped for the wave's public key
    wrapped bytea NOT NULL
);

CREATE TABLE box.ballot (
    id         uuid PRIMARY KEY,
    wave_id    uuid NOT NULL,
    audience   text NOT NULL,
    key_id     uuid NOT NULL,
    ciphertext bytea NOT NULL
);
CREATE INDEX ballot_by_wave ON box.ballot (wave_id, audience);
-- Dead ballots are cleared away soon: what is gone cannot be joined. From PostgreSQL 17 on the counting login does it
-- itself (afterMigrate__let_the_counter_vacuum.sql).
ALTER TABLE box.ballot SET (
    autovacuum_vacuum_threshold = 1,
    autovacuum_vacuum_scale_factor = 0,
    toast.autovacuum_vacuum_threshold = 1,
    toast.autovacuum_vacuum_scale_factor = 0);
-- Ciphertext does not compress.
ALTER TABLE box.ballot ALTER COLUMN ciphertext SET STORAGE EXTERNAL;

GRANT INSERT ON box.data_key, box.ballot TO parallax_field;
GRANT SELECT, DELETE ON box.data_key, box.ballot TO parallax_count;

-- One row a response; position i of a byte array is item i of the frozen questionnaire version:
-- 0 not answered, 1..K the rating, 255 did not encounter / cannot judge.
CREATE TABLE answers.response (
    id         uuid PRIMARY KEY,
    wave_id    uuid NOT NULL,
    audience   text NOT NULL,
    -- HMAC under the engagement's key; null: no account given
    account    bytea,
    -- HMAC of the respondent code, for imported answers only
    person     bytea,
    -- one byte a segment variable: position of the value + 1; 0: none
    segments   bytea NOT NULL,
    experience bytea NOT NULL,
    importance bytea NOT NULL,
    -- recommendation 0-10, satisfaction 1-5, effort 1-7, each + 1; 0: not answered
    numbers    bytea NOT NULL
);
CREATE INDEX response_by_wave ON answers.response (wave_id);

GRANT SELECT, INSERT, DELETE ON answers.response TO parallax_count;
GRANT SELECT ON answers.response TO parallax_report;
