-- What calls did to an invitation. Rows are written anew when a wave closes: both are forgotten then.
ALTER TABLE identity.invitation ADD COLUMN last_call text
    CONSTRAINT invitation_last_call_is_known
    CHECK (last_call IN ('completed', 'appointment', 'refused', 'no_answer', 'wrong_number'));
ALTER TABLE identity.invitation ADD COLUMN by_phone boolean NOT NULL DEFAULT false;

-- The number somebody else answered; a corrected number differs from it.
ALTER TABLE identity.contact ADD COLUMN wrong_phone text;

-- Calls without an interview. One that became an interview leaves no row: its time beside a person would be that of the answers.
CREATE TABLE identity.phone_call (
    id             uuid PRIMARY KEY,
    invitation_id  uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
    outcome        text NOT NULL CHECK (outcome IN ('appointment', 'refused', 'no_answer', 'wrong_number')),
    called_at      timestamptz NOT NULL,
    appointment_at timestamptz,
    person_id      uuid NOT NULL,
    CONSTRAINT phone_call_once UNIQUE (invitation_id, called_at, outcome),
    -- null also where somebody asked to be called again without a time
    CONSTRAINT phone_call_time_is_of_an_appointment CHECK (outcome = 'appointment' OR appointment_at IS NULL)
);

-- An interview under way, readable with a token that only the interviewer's browser holds.
CREATE TABLE identity.interview_draft (
    id            bytea PRIMARY KEY,
    invitation_id uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
    ciphertext    bytea NOT NULL
);
CREATE INDEX interview_draft_by_invitation ON identity.interview_draft (invitation_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.phone_call, identity.interview_draft TO parallax_field;

-- How many answered how, kept when a wave closes; never beside an answer.
CREATE TABLE study.wave_mode (
    wave_id  uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    audience text NOT NULL,
    web      integer NOT NULL CHECK (web >= 0),
    phone    integer NOT NULL CHECK (phone >= 0),
    PRIMARY KEY (wave_id, audience)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.wave_mode TO parallax_field;
GRANT SELECT ON study.wave_mode TO parallax_report, parallax_count;
