-- Releases, and the ledger of every group a number of which was ever released. Neither can be deleted by a login: they go
-- with their engagement, by the foreign keys.
CREATE TABLE study.release (
    id                    uuid PRIMARY KEY,
    engagement_id         uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    wave_id               uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    number                integer NOT NULL,
    state                 text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
    -- segment variables released beside the totals
    segments              text[] NOT NULL,
    questionnaire_version integer NOT NULL,
    made_at               timestamptz NOT NULL,
    made_by               uuid NOT NULL,
    withdrawn_at          timestamptz,
    -- the figures as clients may read them: JSON, gzip
    figures               bytea NOT NULL,
    CONSTRAINT release_number_is_taken UNIQUE (engagement_id, number)
);
CREATE INDEX release_by_wave ON study.release (wave_id);

CREATE TABLE study.released_cell (
    release_id  uuid NOT NULL REFERENCES study.release ON DELETE CASCADE,
    audience    text NOT NULL,
    -- experience, importance, pairs (those who gave both), or the kind of a score
    question    text NOT NULL,
    touchpoint  text,
    variable    text,
    value       text,
    n           integer NOT NULL,
    -- SHA-256 over the sorted ids of the responses; the ids are not kept
    fingerprint bytea NOT NULL,
    CONSTRAINT released_cell_is_one UNIQUE NULLS NOT DISTINCT (
        release_id, audience, question, touchpoint, variable, value)
);

GRANT SELECT, INSERT ON study.release, study.released_cell TO parallax_field;
GRANT UPDATE (state, withdrawn_at) ON study.release TO parallax_field;
