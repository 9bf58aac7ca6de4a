package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingDaosIT {

    private Jdbi jdbi;

    @BeforeEach
    void openDatabase() {
        TestDatabase.clean();
        jdbi = TestDatabase.shared().field();
    }

    @Test
    void aDaoWorksInTheTransactionItIsAttachedTo() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    JobDao dao = handle.attach(JobDao.class);
                    dao.insert(id);
                    assertThat(dao.count(id)).isEqualTo(1);
                    // the same transaction, found by the thread
                    assertThat(jdbi.onDemand(JobDao.class).count(id)).isEqualTo(1);
                    assertThat(otherThread(() -> jdbi.onDemand(JobDao.class).count(id)))
                            .isZero();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(jdbi.onDemand(JobDao.class).count(id)).isZero();
    }

    @Test
    void defaultMethodsCallTheOthersOnTheSameHandle() {
        UUID id = UUID.randomUUID();
        int counted = jdbi.inTransaction(handle -> handle.attach(JobDao.class).insertAndCount(id));
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void mappersAndNullsOfADaoAreItsOwn() {
        UUID id = UUID.randomUUID();
        jdbi.onDemand(JobDao.class).insert(id);
        List<JobRow> rows = jdbi.withExtension(JobDao.class, dao -> dao.list(id));
        assertThat(rows).containsExactly(new JobRow(id, "queued", null));
    }

    @Test
    void twoHandlesInOneThreadStayApart() {
        UUID id = UUID.randomUUID();
        try (var one = jdbi.open();
                var other = jdbi.open()) {
            JobDao first = one.attach(JobDao.class);
            JobDao second = other.attach(JobDao.class);
            one.begin();
            first.insert(id);
            assertThat(second.count(id)).isZero();
            assertThat(first.count(id)).isEqualTo(1);
            one.rollback();
        }
    }

    @Test
    void manyThreadsUseOneDaoAtOnce() throws Exception {
        JobDao dao = jdbi.onDemand(JobDao.class);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> counts = threads.invokeAll(IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    UUID id = UUID.randomUUID();
                    dao.insert(id);
                    return dao.count(id);
                })
                .toList());
        for (Future<Integer> count : counts) {
            assertThat(count.get()).isEqualTo(1);
        }
        threads.shutdown();
    }

    @Test
    void itIsThisThatAttachesAndNotJdbi() {
        try (var handle = jdbi.open()) {
            JobDao dao = handle.attach(JobDao.class);
            assertThat(Proxy.getInvocationHandler(dao).getClass().getName()).contains("StandingDaos");
            assertThat(dao).isEqualTo(dao).isNotEqualTo(handle.attach(JobDao.class));
            assertThat(dao.toString()).contains("JobDao");
        }
    }

    private static int otherThread(Callable<Integer> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } finally {
            thread.shutdown();
        }
    }

    public record JobRow(
            UUID id,
            String state,
            @org.jspecify.annotations.Nullable String problem) {}

    @RegisterConstructorMapper(JobRow.class)
    interface JobDao {

        @SqlUpdate("INSERT INTO study.job (id, person_id, state, beat_at) VALUES (:id, :id, 'queued', now())")
        void insert(UUID id);

        @SqlQuery("SELECT count(*) FROM study.job WHERE id = :id")
        int count(UUID id);

        @SqlQuery("SELECT id, state, problem FROM study.job WHERE id = :id")
        List<JobRow> list(UUID id);

        default int insertAndCount(UUID id) {
            insert(id);
            return count(id);
        }
    }
}
