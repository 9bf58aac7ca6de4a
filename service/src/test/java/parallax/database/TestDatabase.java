package parallax.database;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/**
 * One real PostgreSQL for all tests of a JVM. Sessions run in the JVM's zone, which the build sets to one that is not UTC.
 */
public final class TestDatabase {

    // Tests may lose their data with the machine; the product may not.
    private static final List<String> FAST = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private static @Nullable Databases shared;

    private TestDatabase() {}

    /** The shared database; started by the first who asks, stopped with the JVM. Call {@link #clean()} before each test. */
    public static synchronized Databases shared() {
        Databases databases = shared;
        if (databases == null) {
            databases = start();
            shared = databases;
        }
        return databases;
    }

    private static Databases start() {
        try {
            Path folder = Files.createTempDirectory("parallax-test-database");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, folder, FAST);
            return Databases.open(server, new MetricRegistry());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void stop(Path folder) {
        Databases databases = shared;
        if (databases != null) {
            databases.close();
        }
        DataFolder.deleteTree(folder);
    }

    /** Empties every table. */
    public static void clean() {
        try (Handle handle = owner().open()) {
            List<String> tables = handle.createQuery("""
                            SELECT format('%I.%I', schemaname, tablename)
                            FROM pg_tables
                            WHERE schemaname IN ('identity', 'box', 'answers', 'study', 'access')
                              AND tablename <> 'flyway_schema_history'""").mapTo(String.class).list();
            handle.execute("TRUNCATE " + String.join(", ", tables));
        }
    }

    /** The connections of the field, every statement prepared on which is told first, whether through Jdbi or by hand. */
    public static Jdbi listened(Consumer<String> listener) {
        return Jdbi.create(() -> listened(shared().fieldSource().getConnection(), listener))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new DomainTypes());
    }

    private static Connection listened(Connection connection, Consumer<String> listener) {
        return (Connection) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        listener.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The login that owns every table and so sees both sides of the wall: for tests that look at what was written. */
    public static Jdbi owner() {
        Address address = shared().address();
        return Jdbi.create(() -> {
                    try {
                        return address.connect(Login.OWNER);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new DomainTypes());
    }
}
