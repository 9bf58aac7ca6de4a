-- Who chose the customers of a wave: how many could have been asked, how many were named and struck, and why. Counts, no people.
CREATE TABLE study.nomination (
    wave_id   uuid PRIMARY KEY REFERENCES study.wave ON DELETE CASCADE,
    chosen_by text NOT NULL CHECK (chosen_by <> ''),
    eligible  integer NOT NULL CHECK (eligible > 0),
    named     integer NOT NULL CHECK (named >= 0),
    -- reason to people, in the order they were told
    struck    jsonb NOT NULL,
    version   integer NOT NULL CHECK (version > 0),
    CONSTRAINT nomination_names_only_eligible CHECK (named <= eligible)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON study.nomination TO parallax_field;
