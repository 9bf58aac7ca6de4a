package parallax.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work that every node offers to do and one does at a time; taken over when a node dies. */
public final class RecurringWork implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Duration POLL = Duration.ofSeconds(1);
    /** A node that has not been heard of for four of these is dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(2);

    private final Databases databases;
    private final List<RecurringTask<Void>> tasks = new ArrayList<>();
    private @Nullable Scheduler scheduler;

    public RecurringWork(Databases databases) {
        this.databases = databases;
    }

    /** Adds work, before {@link #start()}; {@code pause} lies between the end of one run and the next. */
    public RecurringWork every(Duration pause, String name, Runnable work) {
        tasks.add(Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run()));
        return this;
    }

    public synchronized void start() {
        scheduler = Scheduler.create(databases.fieldSource())
                .startTasks(tasks)
                .tableName("study.scheduled_tasks")
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(PATIENCE_AT_STOP)
                .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                .build();
        scheduler.start();
    }

    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
