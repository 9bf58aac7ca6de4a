-- What became of a file of people. The same file sent twice is two imports: each can be undone for itself.
ALTER TABLE identity.contact_import
    DROP COLUMN file_hash,
    ADD COLUMN ready integer NOT NULL DEFAULT 0,
    ADD COLUMN updated integer NOT NULL DEFAULT 0,
    ADD COLUMN duplicates integer NOT NULL DEFAULT 0,
    ADD COLUMN rejected integer NOT NULL DEFAULT 0,
    -- they quote the file, also of people who were not taken: kept for some days only
    ADD COLUMN problems jsonb,
    ADD COLUMN rejected_rows text;
UPDATE identity.contact_import l
SET ready = (SELECT count(*) FROM identity.contact c WHERE c.import_id = l.id);
