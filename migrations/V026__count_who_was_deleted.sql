-- Of people who were deleted while their wave ran only that they answered, or asked to be left alone, still counts.
CREATE TABLE study.departed (
    wave_id  uuid NOT NULL REFERENCES study.wave ON DELETE CASCADE,
    audience text NOT NULL,
    answered integer NOT NULL CHECK (answered >= 0),
    by_phone integer NOT NULL CHECK (by_phone >= 0),
    refused  integer NOT NULL CHECK (refused >= 0),
    sent     integer NOT NULL CHECK (sent >= 0),
    PRIMARY KEY (wave_id, audience)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.departed TO parallax_field;
