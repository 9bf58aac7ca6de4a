package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.keys.KeyFiles.BallotOpener;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.StudyFeature;
import parallax.study.WaveId;
import parallax.verbatim.VerbatimStore;

/** Whoever holds the database alone cannot tell who gave which answer. The same intruder succeeds against wrong counters. */
class RelinkIT {

    private static final int PEOPLE = 400;
    private static final int FEW = 60;

    /** Ballots of a batch: a guess within it is right once in so many. */
    private static final int BATCH = 20;

    /**
     * A batch of 20 in random order gives one right guess on average, with a variance of one (fixed points of a random
     * permutation); 20 batches of 400 people give 20 with a deviation of 4.5. Six deviations above are passed by chance
     * less than once in a million attacks.
     */
    private static final int MOST_BY_CHANCE = PEOPLE / BATCH + (int) Math.ceil(6 * Math.sqrt((double) PEOPLE / BATCH));

    @TempDir
    Path parent;

    private final Databases databases = TestDatabase.shared();
    private final Random random = new Random(20260302);
    private final ResponseStore store = new ResponseStore(databases.report());
    private final VerbatimStore verbatims = new VerbatimStore(databases.count(), databases.report(), random);
    private final List<Intruder> intruders = new ArrayList<>();
    private KeyFiles keys;
    private BallotBox box;
    private Counting counting;

    @BeforeEach
    void open() {
        TestDatabase.clean();
        keys = KeyFiles.open(parent.resolve("keys"), true);
        StudyFeature study =
                new StudyFeature(databases.field(), keys, (caller, action, subject) -> {}, InstantSource.system());
        box = new BallotBox(keys.sealer(), study.waves()::publicKey, this::randomId);
        counting = new Counting(databases.count(), keys, study, new Batch.Stores(store, verbatims), random);
    }

    @Test
    void anIntruderWhoHoldsTheDatabaseAndWatchesItLiveDoesNoBetterThanChance() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, PEOPLE);
        Intruder intruder = intruder(wave);
        for (int person : shuffledPeople(PEOPLE)) {
            wave.submit(box, person);
            intruder.watch(counting::countWhereEnoughWait);
        }
        wave.setState("closed");
        intruder.watch(() -> counting.countAll(wave.wave()));

        assertThat(wave.countedPeople()).hasSize(PEOPLE);
        Map<String, Integer> right = intruder.attack(invitations(wave, PEOPLE));
        System.out.printf("relinked of %d, by chance at most %d: %s%n", PEOPLE, MOST_BY_CHANCE, right);
        assertThat(right).hasSize(26);
        assertThat(right)
                .allSatisfy((attack, hits) -> assertThat(hits).as(attack).isLessThan(MOST_BY_CHANCE));
    }

    @Test
    void ballotsOfEverySizeLookAlikeInTheBox() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, FEW);
        databases.field().useTransaction(handle -> {
            for (int touchpoints : new int[] {1, 12, 100}) {
                byte[] answers = new byte[touchpoints];
                box.put(
                        handle,
                        wave.wave(),
                        new Ballot(Audience.CUSTOMER, new byte[16], new byte[5], answers, answers, new byte[3]));
            }
        });
        List<Integer> sizes = TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT octet_length(ciphertext) FROM box.ballot")
                        .mapTo(Integer.class)
                        .list());
        assertThat(sizes).containsExactly(4096, 4096, 4096);
    }

    @Test
    void aCounterThatCountedInOrderOneByOneWouldBeFoundOut() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, FEW);
        for (int person : shuffledPeople(FEW)) {
            wave.submit(box, person);
            databases.count().useTransaction(handle -> countOldest(handle, wave.wave(), 1));
        }
        Map<String, Integer> right = intruder(wave).attack(invitations(wave, FEW));
        assertThat(right).containsEntry("people by xmin to answers by xmin", FEW);
        assertThat(right).containsEntry("people by xmin to answers by place", FEW);
    }

    @Test
    void aCounterThatDidNotShuffleItsBatchesWouldBeFoundOut() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, FEW);
        Intruder watching = intruder(wave);
        for (int person : shuffledPeople(FEW)) {
            wave.submit(box, person);
        }
        for (int counted = 0; counted < FEW; counted += BATCH) {
            watching.watch(() -> databases.count().useTransaction(handle -> countOldest(handle, wave.wave(), BATCH)));
        }
        Map<String, Integer> right = watching.attack(invitations(wave, FEW));
        assertThat(right).containsEntry("people by xmin to answers by place", FEW);
        assertThat(right).containsEntry("watched, people by xmin to answers by place", FEW);
    }

    @Test
    void anAnswerWrittenInTheTransactionOfItsSubmitWouldBeFoundOut() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, FEW);
        for (int person : shuffledPeople(FEW)) {
            TestDatabase.owner().useTransaction(handle -> {
                wave.markDone(handle, person);
                store.insert(
                        handle, wave.wave(), List.of(response(FieldworkFixture.ballotOf(Audience.CUSTOMER, person))));
            });
        }
        Map<String, Integer> right = intruder(wave).attack(invitations(wave, FEW));
        assertThat(right).containsEntry("same xmin", FEW);
    }

    private Intruder intruder(FieldworkFixture wave) {
        Intruder intruder = new Intruder(wave.wave());
        intruders.add(intruder);
        return intruder;
    }

    @AfterEach
    void close() {
        intruders.forEach(Intruder::close);
    }

    /** What a counter must not do: take the oldest, and write them as they came. */
    private void countOldest(Handle handle, WaveId wave, int howMany) {
        BallotOpener opener = keys.opener(wave.value()).orElseThrow();
        BallotDao dao = handle.attach(BallotDao.class);
        List<UUID> oldest = handle.createQuery(
                        "SELECT id FROM box.ballot WHERE wave_id = :wave ORDER BY xmin::text::bigint LIMIT :howMany")
                .bind("wave", wave)
                .bind("howMany", howMany)
                .mapTo(UUID.class)
                .list();
        for (UUID id : oldest) {
            BallotDao.SealedBallotRow row = dao.list(List.of(id)).get(0);
            Ballot ballot = BallotCodec.read(opener.open(row.wrapped(), row.ciphertext()));
            store.insert(handle, wave, List.of(response(ballot)));
        }
        dao.delete(oldest);
    }

    private Response response(Ballot ballot) {
        return new Response(
                randomId(),
                ballot.audience(),
                null,
                null,
                ballot.segments(),
                ballot.experience(),
                ballot.importance(),
                ballot.numbers());
    }

    private UUID randomId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<Integer> shuffledPeople(int howMany) {
        List<Integer> people =
                new ArrayList<>(IntStream.range(0, howMany).boxed().toList());
        Collections.shuffle(people, random);
        return people;
    }

    private static List<UUID> invitations(FieldworkFixture wave, int howMany) {
        return IntStream.range(0, howMany).mapToObj(wave::invitation).toList();
    }
}
