package parallax.response;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

interface ResponseDao {

    @SqlBatch("""
            INSERT INTO answers.response
                (id, wave_id, audience, account, person, segments, experience, importance, numbers, items)
            VALUES
                (:id, :wave, :audience, :account, :person, :segments, :experience, :importance, :numbers, :items)
            """)
    @BatchChunkSize(2000)
    void insert(@Bind("wave") UUID wave, @BindMethods List<Response> rows);

    @SqlUpdate("""
            DELETE FROM answers.response
            WHERE wave_id = :wave
            """)
    int deleteAll(@Bind("wave") UUID wave);

    @SqlQuery("""
            SELECT id, audience, account, person, segments, experience, importance, numbers, items
            FROM answers.response
            WHERE wave_id = :wave
            """)
    @FetchSize(5000)
    @UseRowMapper(ResponseMapper.class)
    void stream(@Bind("wave") UUID wave, Consumer<Response> consumer);

    @SqlQuery("""
            SELECT id, audience, account, person, segments, experience, importance, numbers, items
            FROM answers.response
            WHERE wave_id = :wave AND audience = :audience
            """)
    @FetchSize(5000)
    @UseRowMapper(ResponseMapper.class)
    void streamOf(@Bind("wave") UUID wave, @Bind("audience") String audience, Consumer<Response> consumer);

    @SqlQuery("""
            SELECT count(*)
            FROM answers.response
            WHERE wave_id = :wave
            """)
    long count(@Bind("wave") UUID wave);

    @SqlQuery("""
            SELECT audience, count(DISTINCT person) AS people
            FROM answers.response
            WHERE wave_id = :wave AND person IS NOT NULL
            GROUP BY audience
            """)
    @RegisterConstructorMapper(PeopleRow.class)
    List<PeopleRow> listPeople(@Bind("wave") UUID wave);

    /** How many people of an audience answered. */
    record PeopleRow(String audience, int people) {}

    @SqlQuery("""
            SELECT count(DISTINCT (audience, person))
            FROM answers.response
            WHERE wave_id = :wave AND person IS NOT NULL
            """)
    int countPeople(@Bind("wave") UUID wave);
}
