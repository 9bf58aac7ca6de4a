-- A release is spoken of with its wave: "release 1 of the follow-up". Until now numbers ran through the engagement.
ALTER TABLE study.release DROP CONSTRAINT release_number_is_taken;
UPDATE study.release r
SET number = counted.number
FROM (
    SELECT id, row_number() OVER (PARTITION BY wave_id ORDER BY number) AS number
    FROM study.release) counted
WHERE counted.id = r.id;
ALTER TABLE study.release ADD CONSTRAINT release_number_is_taken UNIQUE (wave_id, number);

-- Who made it and who took it back, as they were called then: a release outlives the people who made it.
ALTER TABLE study.release ADD COLUMN made_by_name text;
ALTER TABLE study.release ADD COLUMN withdrawn_by_name text;
UPDATE study.release r SET made_by_name = p.name FROM access.person p WHERE p.id = r.made_by;
GRANT UPDATE (withdrawn_by_name) ON study.release TO parallax_field;
