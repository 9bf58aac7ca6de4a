package parallax.web;

import freemarker.template.TemplateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLWarning;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Looks through an exception and its causes. */
final class Causes {

    private static final Set<String> WAITED_IN_VAIN = Set.of("55P03", "40P01", "25P03");
    private static final int DEEPEST = 20;
    private static final int FIRST_FRAMES = 4;
    private static final int OWN_FRAMES = 10;

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * Whether no connection was free, or PostgreSQL refuses new ones (SQLSTATE 08…, 53…, 57P…), or warned that a commit may
     * not last (01000): nothing else throws a warning. Also whether others held what was needed for too long (55P03), both
     * waited for each other (40P01), or the transaction was ended for standing idle (25P03): nothing was written.
     */
    static boolean isDatabaseBusy(Throwable thrown) {
        return chain(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(Causes::isBusy);
    }

    /** Whether the request itself ended or came in pieces that are no HTTP. */
    static boolean isBrokenRequest(Throwable thrown) {
        return chain(thrown).anyMatch(cause -> cause instanceof HttpException || cause instanceof EofException);
    }

    private static boolean isBusy(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof PoolExhaustedException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLWarning
                || (state != null
                        && (WAITED_IN_VAIN.contains(state)
                                || state.startsWith("08")
                                || state.startsWith("53")
                                || state.startsWith("57P")));
    }

    /** Classes, SQLSTATEs and the first places of each cause; messages are left out, they quote input. */
    static String withoutMessages(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        chain(thrown).forEach(cause -> {
            text.append(text.isEmpty() ? "" : "\n caused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException failure) {
                text.append(" SQLSTATE ").append(failure.getSQLState());
            }
            if (cause instanceof TemplateException failure) {
                text.append(" in ").append(failure.getTemplateSourceName());
                text.append(" line ").append(failure.getLineNumber()).append(": ");
                text.append(failure.getBlamedExpressionString());
            }
            places(cause.getStackTrace())
                    .forEach(frame -> text.append("\n\tat ").append(frame));
        });
        return text.toString();
    }

    /** Where it was thrown, and the way through our own code. */
    private static Stream<StackTraceElement> places(StackTraceElement[] trace) {
        return Stream.concat(
                Stream.of(trace).limit(FIRST_FRAMES),
                Stream.of(trace)
                        .skip(FIRST_FRAMES)
                        .filter(frame -> frame.getClassName().startsWith("parallax."))
                        .limit(OWN_FRAMES));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
