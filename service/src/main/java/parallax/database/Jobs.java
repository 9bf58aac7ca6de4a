package parallax.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work that a caller polls. One at a time runs on a node; a job whose node died is shown as failed. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long BEAT_SECONDS = 10;
    private static final long STOP_SECONDS = 1;
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String LOST = """
            {"type": "/problems/unavailable", "title": "Not available for a moment", "status": 503,
             "detail": "The work stopped with the machine it ran on before it was done. Please send it again."}""";

    private final JobsDao dao;
    private final ObjectMapper json;
    private final Function<Throwable, String> problemWriter;
    private final Set<UUID> unfinished = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "jobs"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "jobs-heart"));

    /**
     * Jobs of this node.
     *
     * @param json writes results
     * @param problemWriter what work threw, as problem JSON; it also logs what was unexpected
     */
    public Jobs(Databases databases, ObjectMapper json, Function<Throwable, String> problemWriter) {
        this.dao = databases.field().onDemand(JobsDao.class);
        this.json = json;
        this.problemWriter = problemWriter;
        heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Starts work in the background. Its result (any JSON-able value), or what it threw, is kept with the job. */
    public UUID submit(UUID person, Function<Progress, Object> work) {
        UUID id = UUID.randomUUID();
        dao.insert(id, person);
        unfinished.add(id);
        worker.execute(() -> run(id, work));
        return id;
    }

    /** Removes jobs that nobody asks for any more: a week old. */
    public void forgetOld() {
        dao.deleteOld();
    }

    /** A job of that person. */
    public Optional<Job> find(UUID id, UUID person) {
        return dao.find(id, person).map(job -> job.state.equals("failed") && job.problem == null ? job.lost() : job);
    }

    private void run(UUID id, Function<Progress, Object> work) {
        try {
            dao.start(id);
            Object result = work.apply(new SparingProgress(id));
            dao.finish(id, write(result));
        } catch (Throwable e) {
            fail(id, e);
        } finally {
            unfinished.remove(id);
        }
    }

    private @Nullable String write(@Nullable Object result) {
        try {
            return result == null ? null : json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result of a job cannot be written as JSON", e);
        }
    }

    /** When even this cannot be kept the job is shown as failed a minute later. */
    private void fail(UUID id, Throwable cause) {
        try {
            dao.fail(id, problemWriter.apply(cause));
        } catch (JdbiException e) {
            LOG.error("The failure of job {} could not be kept", id, e);
        }
    }

    private void beat() {
        List<UUID> ids = List.copyOf(unfinished);
        if (ids.isEmpty()) {
            return;
        }
        try {
            dao.beat(ids);
        } catch (JdbiException e) {
            LOG.warn("The heartbeat of {} jobs could not be kept: {}", ids.size(), e.getMessage());
        }
    }

    /** Work that does not end within a second is given up; its job and the waiting ones are shown as failed. */
    @Override
    public void close() {
        heart.shutdownNow();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
            for (UUID id : List.copyOf(unfinished)) {
                dao.fail(id, LOST);
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (JdbiException e) {
            LOG.warn("Jobs that were given up are shown as failed in a minute: {}", e.getMessage());
        }
    }

    /** What the work tells while it goes on. */
    public interface Progress {
        void at(int done, int total);
    }

    /** A job as polled; result and problem are JSON. state: queued, running, done, failed */
    public record Job(
            UUID id,
            String state,
            int done,
            int total,
            @Nullable String result,
            @Nullable String problem) {

        private Job lost() {
            return new Job(id, state, done, total, result, LOST);
        }
    }

    /** Work may tell every step; not every step is worth a write. */
    private final class SparingProgress implements Progress {

        private final UUID id;
        private long next = System.nanoTime();

        SparingProgress(UUID id) {
            this.id = id;
        }

        @Override
        public void at(int done, int total) {
            long now = System.nanoTime();
            if (done >= total || now - next >= 0) {
                next = now + PROGRESS_NANOS;
                dao.progress(id, done, total);
            }
        }
    }
}
