package parallax.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsIT {

    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID SOMEBODY_ELSE = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private final ObjectMapper json = new ObjectMapper();
    private Jobs jobs;

    @BeforeEach
    void open() {
        TestDatabase.clean();
        jobs = new Jobs(TestDatabase.shared(), json, failure -> "{\"detail\": \"" + failure.getMessage() + "\"}");
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void theResultIsKeptForWhoeverSentTheWork() throws Exception {
        UUID id = jobs.submit(PERSON, progress -> {
            progress.at(3, 3);
            return Map.of("rows", 3);
        });
        finishAll();
        Jobs.Job job = jobs.find(id, PERSON).orElseThrow();
        assertThat(job.state()).isEqualTo("done");
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(3);
        assertThat(json.readTree(job.result()).get("rows").asInt()).isEqualTo(3);
        assertThat(job.problem()).isNull();
        assertThat(jobs.find(id, SOMEBODY_ELSE)).isEmpty();
        assertThat(jobs.find(UUID.randomUUID(), PERSON)).isEmpty();
    }

    @Test
    void whatTheWorkThrewIsKeptAsProblem() throws Exception {
        UUID id = jobs.submit(PERSON, progress -> {
            throw new IllegalArgumentException("row 7 is wrong");
        });
        finishAll();
        Jobs.Job job = jobs.find(id, PERSON).orElseThrow();
        assertThat(job.state()).isEqualTo("failed");
        assertThat(detail(job)).isEqualTo("row 7 is wrong");
        assertThat(job.result()).isNull();
    }

    @Test
    void aJobWaitsForTheOneBefore() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        UUID first = jobs.submit(PERSON, progress -> {
            progress.at(1, 9);
            running.countDown();
            await(release);
            return List.of();
        });
        UUID second = jobs.submit(PERSON, progress -> List.of());
        await(running);
        assertThat(jobs.find(first, PERSON).orElseThrow().state()).isEqualTo("running");
        assertThat(jobs.find(first, PERSON).orElseThrow().total()).isEqualTo(9);
        assertThat(jobs.find(second, PERSON).orElseThrow().state()).isEqualTo("queued");
        release.countDown();
        finishAll();
        assertThat(jobs.find(second, PERSON).orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void aJobWhoseNodeDiedIsShownAsFailedAndSaysWhatToDo() throws Exception {
        UUID lost = UUID.randomUUID();
        UUID alive = UUID.randomUUID();
        TestDatabase.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO study.job (id, person_id, state, beat_at) VALUES (?, ?, 'running', now() - interval '61 seconds')",
                    lost,
                    PERSON);
            handle.execute(
                    "INSERT INTO study.job (id, person_id, state, beat_at) VALUES (?, ?, 'running', now() - interval '50 seconds')",
                    alive,
                    PERSON);
        });
        Jobs.Job job = jobs.find(lost, PERSON).orElseThrow();
        assertThat(job.state()).isEqualTo("failed");
        assertThat(detail(job)).contains("Please send it again");
        assertThat(jobs.find(alive, PERSON).orElseThrow().state()).isEqualTo("running");
    }

    @Test
    void workGivenUpAtTheStopIsShownAsFailed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        UUID id = jobs.submit(PERSON, progress -> {
            running.countDown();
            await(new CountDownLatch(1));
            return List.of();
        });
        UUID waiting = jobs.submit(PERSON, progress -> List.of());
        await(running);
        jobs.close();
        assertThat(jobs.find(id, PERSON).orElseThrow().state()).isEqualTo("failed");
        assertThat(detail(jobs.find(waiting, PERSON).orElseThrow())).contains("Please send it again");
    }

    private String detail(Jobs.Job job) throws JsonProcessingException {
        return json.readTree(job.problem()).get("detail").asText();
    }

    /** A last job is done only after those before it. */
    private void finishAll() {
        CountDownLatch done = new CountDownLatch(1);
        jobs.submit(PERSON, progress -> {
            done.countDown();
            return List.of();
        });
        await(done);
        jobs.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("given up", e);
        }
    }
}
