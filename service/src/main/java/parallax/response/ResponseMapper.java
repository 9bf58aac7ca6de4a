package parallax.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import parallax.questionnaire.Audience;

/** Reads a response by the position of its columns: a wave may have a hundred thousand. */
public final class ResponseMapper implements RowMapper<Response> {

    @Override
    public Response map(ResultSet columns, StatementContext context) throws SQLException {
        return new Response(
                columns.getObject(1, UUID.class),
                Audience.ofCode(columns.getString(2)),
                columns.getBytes(3),
                columns.getBytes(4),
                columns.getBytes(5),
                columns.getBytes(6),
                columns.getBytes(7),
                columns.getBytes(8),
                columns.getBytes(9));
    }
}
