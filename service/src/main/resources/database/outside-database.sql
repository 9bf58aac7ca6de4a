-- Run once by an administrator of a PostgreSQL 15 or newer, connected to an empty database of its own for Parallax:
--
--   createdb --encoding=UTF8 --template=template0 parallax
--   psql --dbname=parallax --set=ON_ERROR_STOP=1 \
--        --set=owner_password=... --set=field_password=... --set=count_password=... --set=report_password=... \
--        --file=docs/outside-database.sql
--
-- Choose four different passwords. Running it again sets them anew and changes nothing else.
-- Keep statement logging off in this database (log_statement, log_min_duration_statement, pg_stat_statements,
-- track_commit_timestamp): what PostgreSQL writes down there could tell who gave which answer.

DO $$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['parallax_owner', 'parallax_field', 'parallax_count', 'parallax_report'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = login) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', login);
        END IF;
    END LOOP;
END
$$;

ALTER ROLE parallax_owner LOGIN PASSWORD :'owner_password';
ALTER ROLE parallax_field LOGIN PASSWORD :'field_password';
ALTER ROLE parallax_count LOGIN PASSWORD :'count_password';
ALTER ROLE parallax_report LOGIN PASSWORD :'report_password';

-- Only the four may enter, and only the owner may create; it makes the schemas and grants the rest (migrations).
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO parallax_owner, parallax_field, parallax_count, parallax_report',
        current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO parallax_owner', current_database());
END
$$;
