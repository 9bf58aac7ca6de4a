package parallax.database;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Connections of one login. Whoever finds none free within a second is turned away. */
final class Pool implements AutoCloseable {

    private final ManagedDataSource source;
    private final Jdbi jdbi;

    private Pool(ManagedDataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source)
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new DomainTypes())
                .setTransactionHandler(new DurableCommit());
        StandingDaos.install(jdbi);
    }

    static Pool open(Address address, Login login, MetricRegistry metrics) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.postgresql.Driver");
        factory.setUrl(address.jdbcUrl());
        factory.setUser(login.user());
        factory.setPassword(address.passwords().of(login));
        factory.setProperties(Map.of(
                "ApplicationName", login.user().replace('_', '-'),
                "connectTimeout", "5",
                "socketTimeout", "" + socketSeconds(login),
                "tcpKeepAlive", "true",
                // details name the values of rows, and what is thrown may be logged
                "logServerErrorDetail", "false",
                "reWriteBatchedInserts", "true"));
        factory.setInitialSize(1);
        factory.setMinSize(1);
        factory.setMaxSize(size(login));
        factory.setMaxWaitForConnection(Duration.seconds(1));
        // a connection cut by a restart of PostgreSQL is found out before it is handed on
        factory.setCheckConnectionOnBorrow(true);
        factory.setValidationInterval(Duration.seconds(1));
        factory.setValidationQuery("SELECT 1");
        factory.setInitializationQuery(limits(login));
        factory.setAutoCommentsEnabled(false);
        return new Pool(factory.build(metrics, login.user()));
    }

    private static int size(Login login) {
        return switch (login) {
            case FIELD -> 12;
            case COUNT -> 4;
            case REPORT -> 6;
            case OWNER -> throw new IllegalArgumentException("the owner has no pool");
        };
    }

    /** Respondents must not wait for a lost server; a figure or a count may take long. */
    private static int socketSeconds(Login login) {
        return login == Login.FIELD ? 30 : 120;
    }

    private static String limits(Login login) {
        String common = "SET idle_in_transaction_session_timeout = '%s'; SET lock_timeout = '10s'"
                .formatted(login == Login.FIELD ? "15s" : "60s");
        return login == Login.REPORT ? common + "; SET statement_timeout = '60s'" : common;
    }

    ManagedDataSource source() {
        return source;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        try {
            source.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the connections could not be closed", e);
        }
    }
}
