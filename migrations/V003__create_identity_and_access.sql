CREATE TABLE identity.account (
    id            uuid PRIMARY KEY,
    engagement_id uuid NOT NULL,
    name          text NOT NULL,
    CONSTRAINT account_name_is_taken UNIQUE (engagement_id, name)
);

CREATE TABLE identity.contact_import (
    id            uuid PRIMARY KEY,
    engagement_id uuid NOT NULL,
    imported_at   timestamptz NOT NULL,
    file_hash     bytea NOT NULL
);

CREATE TABLE identity.contact (
    id            uuid PRIMARY KEY,
    engagement_id uuid NOT NULL,
    import_id     uuid REFERENCES identity.contact_import ON DELETE SET NULL,
    audience      text NOT NULL,
    -- as typed, and as compared: trimmed, NFC, lower case
    email         text,
    email_key     text,
    phone         text,
    name          text,
    salutation    text,
    role          text,
    language      text NOT NULL,
    account_id    uuid REFERENCES identity.account,
    account_owner text,
    time_zone     text,
    segments      jsonb NOT NULL DEFAULT '{}',
    version       integer NOT NULL DEFAULT 1,
    CONSTRAINT contact_has_an_address CHECK (email IS NOT NULL OR phone IS NOT NULL),
    CONSTRAINT contact_email_is_taken UNIQUE (engagement_id, email_key)
);
CREATE INDEX contact_by_import ON identity.contact (import_id);

CREATE TABLE identity.invitation (
    id           uuid PRIMARY KEY,
    wave_id      uuid NOT NULL,
    contact_id   uuid NOT NULL REFERENCES identity.contact ON DELETE CASCADE,
    audience     text NOT NULL,
    language     text NOT NULL,
    -- attributes frozen at launch; sealed into the ballot
    account_code bytea NOT NULL,
    segments     bytea NOT NULL,
    token_hash   bytea NOT NULL,
    generation   smallint NOT NULL DEFAULT 0,
    state        text NOT NULL CHECK (state IN ('open', 'done', 'stopped')),
    started      boolean NOT NULL DEFAULT false,
    bounced      boolean NOT NULL DEFAULT false,
    CONSTRAINT invitation_token_is_unique UNIQUE (token_hash),
    CONSTRAINT invitation_once_per_wave UNIQUE (wave_id, contact_id)
);

CREATE TABLE identity.draft (
    -- derived from the token: without the link nobody finds or reads a draft
    id         bytea PRIMARY KEY,
    wave_id    uuid NOT NULL,
    ciphertext bytea NOT NULL
);
CREATE INDEX draft_by_wave ON identity.draft (wave_id);

CREATE TABLE identity.outbox (
    id            uuid PRIMARY KEY,
    invitation_id uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
    wave_id       uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
    step          smallint NOT NULL,
    state         text NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'deferred', 'failed', 'unknown', 'suppressed')),
    due_at        timestamptz NOT NULL,
    claim         uuid,
    claimed_at    timestamptz,
    attempt       smallint NOT NULL DEFAULT 0,
    last_reply    text,
    CONSTRAINT outbox_one_mail_a_step UNIQUE (invitation_id, kind, step)
);
CREATE INDEX outbox_due ON identity.outbox (due_at) WHERE state IN ('queued', 'deferred');

CREATE TABLE identity.suppression (
    -- HMAC of the normalised address: the list survives the deletion of contacts and names nobody
    address_hash  bytea NOT NULL,
    engagement_id uuid NOT NULL,
    client        text NOT NULL,
    PRIMARY KEY (address_hash, client)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO parallax_field;

CREATE TABLE access.person (
    id            uuid PRIMARY KEY,
    email         text NOT NULL,
    email_key     text NOT NULL,
    name          text NOT NULL,
    role          text NOT NULL CHECK (role IN ('owner', 'consultant', 'reader')),
    password_hash text NOT NULL,
    CONSTRAINT person_email_is_taken UNIQUE (email_key)
);

CREATE TABLE access.session (
    id_hash    bytea PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES access.person ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at    timestamptz NOT NULL
);

CREATE TABLE access.token (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES access.person ON DELETE CASCADE,
    name       text NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT token_is_unique UNIQUE (token_hash)
);

CREATE TABLE access.idempotency (
    person_id    uuid NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    status       smallint,
    location     text,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, key)
);

CREATE TABLE access.audit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    person_id uuid,
    action    text NOT NULL,
    subject   text NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.person, access.session, access.token, access.idempotency TO parallax_field;
GRANT SELECT, INSERT ON access.audit TO parallax_field;
