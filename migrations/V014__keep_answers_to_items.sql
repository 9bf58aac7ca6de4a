-- Coded answers to items, as parallax.questionnaire.Slots lays them out; empty where a version asks none.
ALTER TABLE answers.response ADD COLUMN items bytea NOT NULL DEFAULT '';
-- A default could hide that a writer forgot them.
ALTER TABLE answers.response ALTER COLUMN items DROP DEFAULT;

-- What people wrote. Nothing leads from a text to a response, an account or a segment, nor from one text to another.
CREATE TABLE answers.verbatim (
    id       uuid PRIMARY KEY,
    wave_id  uuid NOT NULL,
    audience text NOT NULL,
    -- key of the item; with ".other" behind it, what was written beside "other"
    item     text NOT NULL,
    language text NOT NULL,
    text     text NOT NULL
);
CREATE INDEX verbatim_by_wave ON answers.verbatim (wave_id);

-- The one to three words of one person about one thing.
CREATE TABLE answers.three_words (
    id       uuid PRIMARY KEY,
    wave_id  uuid NOT NULL,
    audience text NOT NULL,
    item     text NOT NULL,
    language text NOT NULL,
    words    text[] NOT NULL
);
CREATE INDEX three_words_by_wave ON answers.three_words (wave_id);

GRANT SELECT, INSERT, DELETE ON answers.verbatim, answers.three_words TO parallax_count;
GRANT SELECT ON answers.verbatim, answers.three_words TO parallax_report;

-- What somebody asks of us beside the answers: it stands with the person, and goes with the person.
CREATE TABLE identity.wish (
    invitation_id uuid PRIMARY KEY REFERENCES identity.invitation ON DELETE CASCADE,
    -- wants to be sent the main results
    results       boolean NOT NULL,
    -- about what, and who should call or write; empty: nothing
    contact       text NOT NULL,
    -- a comment that may be passed on with the name; empty: none
    comment       text NOT NULL
);

-- Whom somebody names as the right person; a consultant decides.
CREATE TABLE identity.referral (
    id            uuid PRIMARY KEY,
    invitation_id uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
    name          text NOT NULL,
    email         text NOT NULL,
    CONSTRAINT referral_once UNIQUE (invitation_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.wish, identity.referral TO parallax_field;

-- Ciphertext does not compress.
ALTER TABLE identity.draft ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
