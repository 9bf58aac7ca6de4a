package parallax.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;
import parallax.table.Stopwatch;

class ResponseStoreIT {

    private final Databases databases = TestDatabase.shared();
    private final ResponseStore store = new ResponseStore(databases.report());
    private final WaveId wave = new WaveId(UUID.randomUUID());
    private final WaveId decoy = new WaveId(UUID.randomUUID());

    @BeforeEach
    void clean() {
        TestDatabase.clean();
    }

    @Test
    void whatWasInsertedIsStreamedAndNothingOfAnotherWave() {
        Response full = new Response(
                UUID.randomUUID(),
                Audience.SALES,
                new byte[] {1, 2},
                new byte[] {3},
                new byte[] {1, 0},
                new byte[] {5, 0, Response.NOT_ENCOUNTERED},
                new byte[] {1, 2, 3},
                new byte[] {11, 0, 7});
        Response bare = new Response(
                UUID.randomUUID(), Audience.CUSTOMER, null, null, new byte[0], new byte[3], new byte[3], new byte[3]);
        insert(wave, List.of(full, bare));
        insert(decoy, responses(3, 25));

        List<Response> streamed = new ArrayList<>();
        store.stream(wave, streamed::add);

        assertThat(streamed).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrder(full, bare);
        assertThat(store.count(wave)).isEqualTo(2);
    }

    @Test
    void deletingAWavesResponsesLeavesTheOthers() {
        insert(wave, responses(4, 25));
        insert(decoy, responses(3, 25));

        int deleted = databases.count().inTransaction(handle -> store.deleteAll(handle, wave));

        assertThat(deleted).isEqualTo(4);
        assertThat(store.count(wave)).isZero();
        assertThat(store.count(decoy)).isEqualTo(3);
    }

    @Test
    void theLoginOfPeopleReadsNoAnswer() {
        assertThatThrownBy(() -> new ResponseStore(databases.field()).count(wave))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    void aHundredThousandResponsesStreamFast() {
        insert(wave, responses(100_000, 25));
        store.stream(wave, response -> {});
        AtomicLong bytes = new AtomicLong();

        Stopwatch<Boolean> streaming = Stopwatch.of(() -> {
            store.stream(wave, response -> bytes.addAndGet(16 + 16 + 16 + 2 + 25 + 25 + 3));
            return true;
        });

        System.out.printf("streamed 100,000 responses of 25 items (%,d bytes): %s%n", bytes.get(), streaming);
        assertThat(streaming.processor()).isLessThan(1);
    }

    private void insert(WaveId into, List<Response> responses) {
        databases.count().useTransaction(handle -> store.insert(handle, into, responses));
    }

    private static List<Response> responses(int count, int items) {
        Random random = new Random(7);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            responses.add(new Response(
                    UUID.randomUUID(),
                    Audience.CUSTOMER,
                    bytes(random, 16),
                    bytes(random, 16),
                    bytes(random, 2),
                    bytes(random, items),
                    bytes(random, items),
                    bytes(random, Response.NUMBERS)));
        }
        return responses;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
