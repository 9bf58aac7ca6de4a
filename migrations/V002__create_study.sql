CREATE TABLE study.engagement (
    id                   uuid PRIMARY KEY,
    name                 text NOT NULL,
    client               text NOT NULL,
    languages            text[] NOT NULL,
    scale_points         smallint NOT NULL,
    smallest_gap_percent double precision NOT NULL,
    minimum_group        smallint NOT NULL,
    minimum_team         smallint NOT NULL,
    minimum_accounts     smallint NOT NULL,
    team_scope           text NOT NULL,
    sample               boolean NOT NULL,
    frozen               boolean NOT NULL DEFAULT false,
    version              integer NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL
);

CREATE TABLE study.touchpoint (
    engagement_id uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    position      smallint NOT NULL,
    key           text NOT NULL,
    -- language tag to text; hints and phrases (the name inside a question) may be empty
    labels        jsonb NOT NULL,
    hints         jsonb NOT NULL DEFAULT '{}',
    phrases       jsonb NOT NULL DEFAULT '{}',
    owner         text NOT NULL,
    phase         text NOT NULL,
    PRIMARY KEY (engagement_id, key),
    CONSTRAINT touchpoint_position_is_taken UNIQUE (engagement_id, position) DEFERRABLE INITIALLY DEFERRED
);

-- The model as it was asked, frozen when a wave launches or answers are imported.
CREATE TABLE study.questionnaire_version (
    engagement_id uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    number        integer NOT NULL,
    model         jsonb NOT NULL,
    frozen_at     timestamptz NOT NULL,
    PRIMARY KEY (engagement_id, number)
);

CREATE TABLE study.wave (
    id                    uuid PRIMARY KEY,
    engagement_id         uuid NOT NULL REFERENCES study.engagement ON DELETE CASCADE,
    name                  text NOT NULL,
    state                 text NOT NULL CHECK (state IN ('draft', 'open', 'closing', 'closed', 'sealed')),
    -- where the answers come from: 'fieldwork' here, or 'import' from elsewhere; null while undecided
    source                text CHECK (source IN ('fieldwork', 'import')),
    audiences             text[] NOT NULL,
    closes_at             timestamptz,
    grace_days            smallint NOT NULL,
    reminders             jsonb NOT NULL,
    questionnaire_version integer,
    -- X25519 or RSA public key that ballots are sealed for; its private half is a file
    public_key            bytea,
    -- rises with every import, so that a cube kept in memory is known to be stale
    answers_version       integer NOT NULL DEFAULT 0,
    version               integer NOT NULL DEFAULT 1,
    created_at            timestamptz NOT NULL,
    launched_at           timestamptz,
    closed_at             timestamptz,
    CONSTRAINT wave_name_is_taken UNIQUE (engagement_id, name)
);

-- What is known of an audience of a wave without meeting a person: team sizes, AAPOR dispositions, what was asked.
CREATE TABLE study.wave_audience (
    wave_id       uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    audience      text NOT NULL,
    people        integer,
    dispositions  jsonb NOT NULL DEFAULT '{}',
    -- touchpoints (by position in the frozen version) and measures asked; null: all of them
    asked_items   smallint[],
    asked_measures text[],
    PRIMARY KEY (wave_id, audience)
);

-- Segment variables of a wave; a response holds the position of its value + 1 (0: none) per variable.
CREATE TABLE study.wave_segment (
    wave_id  uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    position smallint NOT NULL,
    variable text NOT NULL,
    values   text[] NOT NULL,
    PRIMARY KEY (wave_id, position),
    CONSTRAINT wave_segment_variable_is_taken UNIQUE (wave_id, variable)
);

CREATE TABLE study.job (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL,
    state      text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    done       integer NOT NULL DEFAULT 0,
    total      integer NOT NULL DEFAULT 0,
    result     jsonb,
    problem    jsonb,
    beat_at    timestamptz NOT NULL
);

-- db-scheduler's own table; columns as its PostgreSQL script has them.
CREATE TABLE study.scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON study.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON study.scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA study TO parallax_field;
GRANT SELECT ON ALL TABLES IN SCHEMA study TO parallax_count, parallax_report;
-- An import of answers sets the wave's state with the answers, in one transaction.
GRANT INSERT, UPDATE, DELETE ON study.wave_audience, study.wave_segment, study.questionnaire_version TO parallax_count;
GRANT UPDATE ON study.wave, study.engagement TO parallax_count;
-- The result of a job may quote what was wrong in a list of people.
REVOKE ALL ON study.job FROM parallax_count, parallax_report;
-- Flyway's history is the owner's alone.
REVOKE ALL ON study.flyway_schema_history FROM parallax_field, parallax_count, parallax_report;
