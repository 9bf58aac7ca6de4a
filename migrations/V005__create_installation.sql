-- One row: the fingerprint of the key files this database was filled under. Without them, or with others,
-- links and codes would silently change; so the start is refused.
CREATE TABLE study.installation (
    singleton       boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    key_fingerprint bytea NOT NULL
);

GRANT SELECT, INSERT ON study.installation TO parallax_field;
