package parallax.database;

import com.codahale.metrics.MetricRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The three pools; none sees both people and answers. */
public final class Databases implements AutoCloseable {

    private final Address address;
    private final @Nullable EmbeddedPostgres server;
    private final List<Pool> pools = new ArrayList<>();
    private final Jdbi field;
    private final Jdbi count;
    private final Jdbi report;

    private Databases(Address address, @Nullable EmbeddedPostgres server, MetricRegistry metrics) {
        this.address = address;
        this.server = server;
        this.field = open(Login.FIELD, metrics);
        this.count = open(Login.COUNT, metrics);
        this.report = open(Login.REPORT, metrics);
    }

    private Jdbi open(Login login, MetricRegistry metrics) {
        Pool pool = Pool.open(address, login, metrics);
        pools.add(pool);
        return pool.jdbi();
    }

    /**
     * Starts the embedded server where none outside is set, migrates as the owner, closes that login, and opens the pools.
     *
     * @throws DatabaseUnusableException with one sentence for the operator
     */
    public static Databases open(DatabaseSettings settings) {
        return open(settings, new MetricRegistry());
    }

    /** As above; the pools report to the given metrics. */
    public static Databases open(DatabaseSettings settings, MetricRegistry metrics) {
        if (!settings.isEmbedded()) {
            return open(Address.outside(settings), null, metrics);
        }
        return open(EmbeddedPostgres.start(settings.dataDir()), metrics);
    }

    static Databases open(EmbeddedPostgres server, MetricRegistry metrics) {
        boolean open = false;
        try {
            Databases databases = open(new Address(server.jdbcUrl(), server.passwords()), server, metrics);
            open = true;
            return databases;
        } finally {
            if (!open) {
                server.close();
            }
        }
    }

    private static Databases open(Address address, @Nullable EmbeddedPostgres server, MetricRegistry metrics) {
        for (Login login : Login.values()) {
            address.requireEntry(login);
        }
        Migrations.run(address);
        Walls.require(address);
        return new Databases(address, server, metrics);
    }

    /** identity, access, study; inserts into the box. */
    public Jdbi field() {
        return field;
    }

    /** Empties the box, writes answers; reads study. */
    public Jdbi count() {
        return count;
    }

    /** Reads answers and study. */
    public Jdbi report() {
        return report;
    }

    /**
     * Fingerprint of the installation's keys this database was filled under; empty as long as none was remembered: only
     * then may new keys be made.
     */
    public Optional<byte[]> keyFingerprint() {
        return field.withExtension(InstallationDao.class, InstallationDao::findKeyFingerprint);
    }

    /**
     * Remembers the fingerprint, the first time.
     *
     * @throws DatabaseUnusableException when this database was filled under other keys
     */
    public void requireKeyFingerprint(byte[] fingerprint) {
        field.useExtension(InstallationDao.class, dao -> dao.rememberKeyFingerprint(fingerprint));
        byte[] remembered = keyFingerprint().orElseThrow();
        if (!java.security.MessageDigest.isEqual(remembered, fingerprint)) {
            throw new DatabaseUnusableException(
                    "The key files in KEYS_DIR belong to another database than this one; set KEYS_DIR to the keys this database was filled under, or restore them.");
        }
    }

    /** Connections of login parallax_field, for what cannot speak through Jdbi. */
    DataSource fieldSource() {
        return pools.get(0).source();
    }

    Address address() {
        return address;
    }

    /** The pools first, the embedded server last. */
    @Override
    public void close() {
        List<Pool> reversed = new ArrayList<>(pools);
        Collections.reverse(reversed);
        reversed.forEach(Pool::close);
        if (server != null) {
            server.close();
        }
    }
}
