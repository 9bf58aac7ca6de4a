package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DurableCommitTest {

    private final List<String> calls = new ArrayList<>();
    private boolean autoCommit = true;

    @Test
    void aCommitWithoutItsStandbyIsNoCommit() {
        SQLWarning warning = new SQLWarning("canceling wait for synchronous replication due to user request", "01000");
        assertThatThrownBy(() -> jdbi(warning).useTransaction(handle -> {}))
                .isInstanceOf(TransactionException.class)
                .hasMessage("the outcome of the commit is unknown")
                .hasCause(warning);
        assertThat(calls).contains("commit");
    }

    @Test
    void anotherWarningIsNoReason() {
        jdbi(new SQLWarning("a notice", "00000")).useTransaction(handle -> {});
        assertThat(calls).contains("commit");
    }

    /** A connection that warns once it was committed, as PostgreSQL's does. */
    private Jdbi jdbi(SQLWarning warning) {
        return Jdbi.create(() -> (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            calls.add(method.getName());
                            return answer(method.getName(), arguments, warning);
                        }))
                .setTransactionHandler(new DurableCommit());
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments, SQLWarning warning) {
        return switch (method) {
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> {
                autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
                yield null;
            }
            case "isClosed", "isReadOnly" -> false;
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "getWarnings" -> calls.contains("commit") ? warning : null;
            default -> null;
        };
    }
}
