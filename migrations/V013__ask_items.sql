-- What an engagement asks beside its touchpoints, and its own words for standard texts.
CREATE TABLE study.questionnaire (
    engagement_id uuid PRIMARY KEY REFERENCES study.engagement ON DELETE CASCADE,
    -- pages of items, as the API shows them
    pages         jsonb NOT NULL DEFAULT '[]',
    -- key of a standard text to language tag to words
    texts         jsonb NOT NULL DEFAULT '{}'
);

ALTER TABLE study.touchpoint
    ADD COLUMN subjects   jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN rewordings jsonb NOT NULL DEFAULT '[]';

-- The model as it stood before each of the latest changes, to be restored.
CREATE TABLE study.questionnaire_edit (
    engagement_id uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    number        integer NOT NULL,
    model         jsonb NOT NULL,
    edited_at     timestamptz NOT NULL,
    edited_by     text NOT NULL,
    what          text NOT NULL,
    PRIMARY KEY (engagement_id, number)
);

-- What was changed in a wave while it was answered: a typo in a text, or that something is not asked any more.
CREATE TABLE study.wave_change (
    wave_id    uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    number     integer NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('typo', 'stop')),
    -- key of the touchpoint, page or item
    subject    text NOT NULL,
    -- which of its texts, and its language; null where it is not asked any more
    place      text,
    language   text,
    before     text,
    after      text,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    PRIMARY KEY (wave_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON study.questionnaire, study.questionnaire_edit, study.wave_change TO parallax_field;
GRANT SELECT ON study.questionnaire, study.questionnaire_edit, study.wave_change TO parallax_count, parallax_report;
