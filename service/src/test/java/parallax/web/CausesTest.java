package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLWarning;
import org.junit.jupiter.api.Test;

class CausesTest {

    /** The state and words of PostgreSQL 18.6 when the wait for a synchronous standby is cancelled. */
    @Test
    void aCommitThatMayNotLastIsAnsweredWithLaterAndNeverWithDone() {
        SQLWarning warning = new SQLWarning("canceling wait for synchronous replication due to user request", "01000");
        assertThat(Causes.isDatabaseBusy(new IllegalStateException("the outcome of the commit is unknown", warning)))
                .isTrue();
        assertThat(Causes.isDatabaseBusy(new IllegalStateException(new SQLException("duplicate", "23505"))))
                .isFalse();
    }

    /** lock_not_available, deadlock_detected and idle_in_transaction_session_timeout of PostgreSQL: the others may be done soon. */
    @Test
    void whoWaitedInVainIsAskedToComeLater() {
        for (String state : new String[] {"55P03", "40P01", "25P03"}) {
            assertThat(Causes.isDatabaseBusy(new IllegalStateException(new SQLException("waited", state))))
                    .as(state)
                    .isTrue();
        }
        assertThat(Causes.isDatabaseBusy(new SQLException("in failed transaction", "25P02")))
                .isFalse();
    }
}
