package parallax.fieldwork;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.InvitationDao.AdmissionRow;

/**
 * What a link leads to and the draft under it, with which every page and every save of a respondent begins. By hand: of such
 * a request's time Jdbi took a seventh.
 */
final class EntryDao {

    /** The draft stands last; a page needs both, and each way to the database costs. */
    private static final String ENTRY = """
            SELECT i.id, i.wave_id, i.audience, i.language, i.account_code, i.segments, i.state, w.state AS wave_state,
                w.closes_at + make_interval(hours => 24 * w.grace_days) AS ends_at, w.questionnaire_version,
                (SELECT d.ciphertext FROM identity.draft d WHERE d.id = ?)
            FROM identity.invitation i
            JOIN study.wave w ON w.id = i.wave_id
            WHERE i.token_hash = ?
            """;

    /** Two statements in one message: a single one would not see what whoever held the key had written. */
    private static final String ENTRY_ALONE = "SELECT pg_advisory_xact_lock(?);\n" + ENTRY;

    private EntryDao() {}

    static Optional<EntryRow> find(Handle handle, byte[] tokenHash, byte[] draft) {
        // closed, so that the driver keeps it and the server plans it once
        try (PreparedStatement statement = handle.getConnection().prepareStatement(ENTRY)) {
            statement.setBytes(1, draft);
            statement.setBytes(2, tokenHash);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the look-up of a link failed", e);
        }
    }

    /** The same once no other transaction holds the key, which the handle's then holds to its end. */
    static Optional<EntryRow> findAlone(Handle handle, byte[] tokenHash, byte[] draft, long key) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(ENTRY_ALONE)) {
            statement.setLong(1, key);
            statement.setBytes(2, draft);
            statement.setBytes(3, tokenHash);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the look-up of a link failed", e);
        }
    }

    private static Optional<EntryRow> read(ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new EntryRow(AdmissionRow.Mapper.read(rows), rows.getBytes(11)))
                : Optional.empty();
    }

    /** What a link leads to, and the draft that was asked for with it; null: there is none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record EntryRow(AdmissionRow admission, byte @Nullable [] draft) {

        @Override
        public String toString() {
            return "Entry of " + admission;
        }
    }
}
