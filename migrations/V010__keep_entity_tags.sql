ALTER TABLE access.idempotency ADD COLUMN tag text;
