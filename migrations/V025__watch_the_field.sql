-- The day of an answer and the kind of device stand with the invitation while a wave runs, never with the answer, and no
-- time of day anywhere. Rows are written anew without them when a wave closes: only the counts below stay.
ALTER TABLE identity.invitation ADD COLUMN answered_on date;
ALTER TABLE identity.invitation ADD COLUMN device text
    CONSTRAINT invitation_device_is_known CHECK (device IN ('computer', 'phone'));

-- How many people of an audience, by what and value: pages reached and minutes taken are counted here from the start and
-- stand with nobody; days and devices come from the invitations when the wave closes.
CREATE TABLE study.field_count (
    wave_id  uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    audience text NOT NULL,
    what     text NOT NULL CHECK (what IN ('page', 'minutes', 'day', 'device')),
    value    integer NOT NULL,
    people   integer NOT NULL CHECK (people >= 0),
    PRIMARY KEY (wave_id, audience, what, value)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.field_count TO parallax_field;

-- What becomes of a wave by the clock, told a week before, to each consultant once; another date is told anew.
CREATE TABLE study.wave_notice (
    id         uuid PRIMARY KEY,
    wave_id    uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    what       text NOT NULL CHECK (what IN ('close', 'seal', 'forget')),
    happens_at timestamptz NOT NULL,
    person_id  uuid NOT NULL,
    due_at     timestamptz NOT NULL,
    sent_at    timestamptz,
    CONSTRAINT wave_notice_once UNIQUE (wave_id, what, happens_at, person_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.wave_notice TO parallax_field;
