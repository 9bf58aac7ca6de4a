-- Five schemas, and who may touch them. The four logins are made by the administrator's script
-- (docs/outside-database.sql; the embedded server runs the same one); this runs as parallax_owner.
-- The schema study is there already: Flyway keeps its history in it.
CREATE SCHEMA identity;
CREATE SCHEMA box;
CREATE SCHEMA answers;
CREATE SCHEMA access;

GRANT USAGE ON SCHEMA identity TO parallax_field;
GRANT USAGE ON SCHEMA access TO parallax_field;
GRANT USAGE ON SCHEMA box TO parallax_field, parallax_count;
GRANT USAGE ON SCHEMA answers TO parallax_count, parallax_report;
GRANT USAGE ON SCHEMA study TO parallax_field, parallax_count, parallax_report;
