package parallax.database;

import java.sql.SQLException;
import java.sql.SQLWarning;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Takes a commit for done only when it is. PostgreSQL lets COMMIT return with a mere warning when the wait for its
 * synchronous standby was cancelled; what was acknowledged then would be lost with the primary.
 */
final class DurableCommit extends DelegatingTransactionHandler {

    private static final String WARNING = "01000";

    DurableCommit() {
        this(LocalTransactionHandler.binding());
    }

    private DurableCommit(TransactionHandler delegate) {
        super(delegate);
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new DurableCommit(getDelegate().specialize(handle));
    }

    @Override
    public void commit(Handle handle) {
        try {
            handle.getConnection().clearWarnings();
            super.commit(handle);
            for (SQLWarning warning = handle.getConnection().getWarnings();
                    warning != null;
                    warning = warning.getNextWarning()) {
                if (WARNING.equals(warning.getSQLState())) {
                    throw new TransactionException("the outcome of the commit is unknown", warning);
                }
            }
        } catch (SQLException e) {
            throw new TransactionException("the outcome of the commit is unknown", e);
        }
    }
}
