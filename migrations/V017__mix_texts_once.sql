-- Texts that still share a transaction with the responses of their batch, and how many people wrote them. Gone once a wave
-- is closed and its texts are mixed; a wave that has a row here cannot be sealed.
CREATE TABLE answers.unmixed (
    wave_id  uuid NOT NULL,
    audience text NOT NULL,
    language text NOT NULL,
    people   integer NOT NULL CHECK (people > 0),
    PRIMARY KEY (wave_id, audience, language)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON answers.unmixed TO parallax_count;

-- Texts counted before this table: a person writes once to an item, so no fewer wrote than texts stand at any one.
INSERT INTO answers.unmixed (wave_id, audience, language, people)
SELECT wave_id, audience, language, max(texts)
FROM (
    SELECT wave_id, audience, language, item, count(*) AS texts
    FROM (
        SELECT wave_id, audience, language, item FROM answers.verbatim
        UNION ALL
        SELECT wave_id, audience, language, item FROM answers.three_words) AS written
    GROUP BY wave_id, audience, language, item) AS by_item
GROUP BY wave_id, audience, language;
