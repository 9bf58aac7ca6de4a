package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final RetryPlan plan = new RetryPlan(new Random(1));

    @Test
    void aDeferredMailIsTriedFiveTimesMoreAtGrowingDistances() {
        List<String> states = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        for (int tried = 1; tried <= 6; tried++) {
            RetryPlan.Next next = plan.next(row(tried - 1), tried, Outcome.Kind.DEFERRED, NOW);
            states.add(next.state());
            waits.add(Duration.between(NOW, next.dueAt()));
        }
        assertThat(states).containsExactly("deferred", "deferred", "deferred", "deferred", "deferred", "failed");
        List<Duration> least = List.of(
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(4),
                Duration.ofHours(12));
        for (int i = 0; i < least.size(); i++) {
            assertThat(waits.get(i))
                    .isBetween(least.get(i), least.get(i).multipliedBy(12).dividedBy(10));
        }
    }

    @Test
    void anOutageOfOurOwnServerCostsTheAddresseeNoTry() {
        RetryPlan.Next next = plan.next(row(3), 4, Outcome.Kind.UNREACHABLE, NOW);
        assertThat(next.state()).isEqualTo("deferred");
        assertThat(next.attempt()).isEqualTo(3);
        assertThat(next.dueAt()).isAfter(NOW);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        assertThat(plan.next(row(0), 1, Outcome.Kind.ADDRESS_REFUSED, NOW).state())
                .isEqualTo("failed");
        assertThat(plan.next(row(0), 1, Outcome.Kind.REFUSED, NOW).state()).isEqualTo("failed");
        assertThat(plan.next(row(0), 1, Outcome.Kind.ACCEPTED, NOW).state()).isEqualTo("accepted");
    }

    private static OutboxRow row(int attempt) {
        UUID id = new UUID(0, 1);
        return new OutboxRow(id, id, id, "invitation", 0, "sending", NOW, attempt, 0, null, null, null);
    }
}
