package parallax.fieldwork;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/**
 * Counts respondents on their way, who stand with nobody. Counted in memory and written together every half minute: were
 * each written at once, its place between the commits would tell whose page it was. A node that dies loses what it had
 * not written; no answer depends on it.
 */
public final class FieldCounts implements AutoCloseable {

    static final String PAGE = "page";
    static final String MINUTES = "minutes";
    static final String DAY = "day";
    static final String DEVICE = "device";
    /** Of {@link #DEVICE}; 0 is a computer. */
    static final int ON_A_PHONE = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FieldCounts.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Jdbi field;
    private final Map<Counted, Integer> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "field-counts");
        thread.setDaemon(true);
        return thread;
    });

    FieldCounts(Jdbi field) {
        this.field = field;
    }

    /** Called once pages are served. */
    public void start() {
        writer.scheduleWithFixedDelay(this::writeIfPossible, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    void add(WaveId wave, Audience audience, String what, int value) {
        waiting.merge(new Counted(wave, audience, what, value), 1, Integer::sum);
    }

    /** Writes what was counted since the last time. */
    public synchronized void write() {
        List<FieldCountDao.CountRow> rows = new ArrayList<>();
        for (Counted counted : List.copyOf(waiting.keySet())) {
            Integer people = waiting.remove(counted);
            if (people != null) {
                rows.add(new FieldCountDao.CountRow(
                        counted.wave(), counted.audience(), counted.what(), counted.value(), people));
            }
        }
        // in one order on all nodes: two that write the same counts wait for each other and never in a circle
        rows.sort(Comparator.comparing(FieldCountDao.CountRow::toString));
        try {
            field.useTransaction(handle -> handle.attach(FieldCountDao.class).add(rows));
        } catch (JdbiException e) {
            rows.forEach(row -> waiting.merge(
                    new Counted(row.waveId(), row.audience(), row.what(), row.value()), row.people(), Integer::sum));
            throw e;
        }
    }

    private void writeIfPossible() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("counts of the field could not be written and wait: {}", e.getMessage());
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        writer.shutdown();
        writeIfPossible();
    }

    private record Counted(WaveId wave, Audience audience, String what, int value) {}
}
