-- At every start, since PostgreSQL may have been upgraded meanwhile: before 17 nobody but the owner of a table may.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON box.ballot, box.data_key, answers.verbatim, answers.three_words, answers.unmixed TO parallax_count';
    END IF;
END
$$;
