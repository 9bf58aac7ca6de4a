package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.response.ResponseStore;
import parallax.study.StudyFeature;
import parallax.verbatim.Verbatim;
import parallax.verbatim.VerbatimStore;

class CountingIT {

    @TempDir
    Path parent;

    private final Databases databases = TestDatabase.shared();
    private KeyFiles keys;
    private BallotFeature feature;

    @BeforeEach
    void open() {
        TestDatabase.clean();
        keys = KeyFiles.open(parent.resolve("keys"), true);
        feature = feature(keys, new Random(1));
    }

    private BallotFeature feature(KeyFiles with, Random random) {
        StudyFeature study =
                new StudyFeature(databases.field(), with, (caller, action, subject) -> {}, InstantSource.system());
        return new BallotFeature(
                databases,
                with,
                study,
                new ResponseStore(databases.report()),
                new VerbatimStore(databases.count(), databases.report(), random),
                random);
    }

    @Test
    void below40NothingIsCountedAndAt40TwentyStayAsCover() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 39);
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).isEmpty();
        submit(wave, 39, 40);
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).hasSize(20);
        assertThat(wave.ballots()).isEqualTo(20);
    }

    @Test
    void where149WereInvitedTenAreCountedAt20() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 149);
        submit(wave, 0, 20);
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).hasSize(10);
    }

    @Test
    void aBacklogIsWorkedOffInOneGo() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 95);
        feature.counting().countWhereEnoughWait();
        assertThat(wave.ballots()).isEqualTo(35);
        assertThat(wave.countedPeople()).hasSize(60);
    }

    @Test
    void everyBallotIsCountedOnceAtTheCloseAndTheKeysGo() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        FieldworkFixture decoy = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 57);
        submit(decoy, 0, 3);
        feature.counting().countWhereEnoughWait();
        wave.setState("closed");
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 57).boxed().toList());
        assertThat(wave.ballots()).isZero();
        assertThat(wave.dataKeys()).isZero();
        assertThat(decoy.ballots()).isEqualTo(3);
        assertThat(decoy.countedPeople()).isEmpty();
        assertThat(decoy.dataKeys()).isEqualTo(1);
    }

    @Test
    void theDataKeyStaysAsLongAsTheWaveTakesAnswers() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 2);
        feature.counting().countAll(wave.wave());
        assertThat(wave.dataKeys()).isEqualTo(1);
        submit(wave, 2, 3);
        wave.setState("closed");
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople()).hasSize(3);
    }

    @Test
    void whatAKilledNodeLeftOfAClosedWaveTheJobCounts() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 7);
        wave.setState("closed");
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).hasSize(7);
    }

    @Test
    void audiencesAreNotMixed() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 39);
        databases
                .field()
                .useTransaction(handle ->
                        feature.box().put(handle, wave.wave(), FieldworkFixture.ballotOf(Audience.SALES, 100)));
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).isEmpty();
    }

    @Test
    void aBallotNobodyCanOpenIsSetAsideAndKeepsNobodyWaiting() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 5);
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                UPDATE box.ballot
                SET ciphertext = set_byte(ciphertext, 100, 255 - get_byte(ciphertext, 100))
                WHERE id = (SELECT min(id::text)::uuid FROM box.ballot)"""));
        wave.setState("closed");
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople()).hasSize(4);
        assertThat(feature.counting().hasWaiting(wave.wave())).isFalse();
        assertThat(feature.counting().countUnreadable(wave.wave())).isEqualTo(1);
        // it stays until the wave is sealed, with what a repaired program would open it with
        assertThat(wave.ballots()).isEqualTo(1);
        assertThat(wave.dataKeys()).isEqualTo(1);
        feature.counting().discardUnreadable(wave.wave());
        assertThat(wave.ballots()).isZero();
        assertThat(wave.dataKeys()).isZero();
        assertThat(feature.counting().countUnreadable(wave.wave())).isEqualTo(1);
    }

    @Test
    void aBallotWithoutItsDataKeyIsSetAsideToo() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 41);
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                UPDATE box.ballot
                SET key_id = gen_random_uuid()
                WHERE id = (SELECT min(id::text)::uuid FROM box.ballot)"""));
        wave.setState("closed");
        feature.counting().countWhereEnoughWait();
        assertThat(wave.countedPeople()).hasSize(40);
        assertThat(feature.counting().hasWaiting(wave.wave())).isFalse();
        assertThat(feature.counting().countUnreadable(wave.wave())).isEqualTo(1);
    }

    @Test
    void ballotsAreNotDiscardedWhileTheyAreCounted() throws Exception {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 3);
        CountDownLatch discarded = new CountDownLatch(1);
        Thread discard = new Thread(() -> {
            feature.counting().discard(List.of(wave.wave()));
            discarded.countDown();
        });
        databases.count().useTransaction(handle -> {
            handle.attach(BallotDao.class).lock(Counting.lockKey(wave.wave()));
            discard.start();
            // the discard waits for the count; it can only be seen not to end
            assertThat(discarded.await(500, TimeUnit.MILLISECONDS)).isFalse();
        });
        assertThat(discarded.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(wave.ballots()).isZero();
    }

    @Test
    void textsAreNotMixedWhileTheirWaveIsCountedElsewhere() throws Exception {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        write(wave, 6, "en");
        feature.counting().countAll(wave.wave());
        wave.setState("closed");
        CountDownLatch mixed = new CountDownLatch(1);
        Thread close = new Thread(() -> {
            feature.counting().countAll(wave.wave());
            mixed.countDown();
        });
        databases.count().useTransaction(handle -> {
            handle.attach(BallotDao.class).lock(Counting.lockKey(wave.wave()));
            close.start();
            // two at once would each write every text; the wait can only be seen not to end
            assertThat(mixed.await(500, TimeUnit.MILLISECONDS)).isFalse();
        });
        assertThat(mixed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(texts(wave)).hasSize(6);
    }

    @Test
    void severalClosesAtOnceKeepEveryTextOnce() throws Exception {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        write(wave, 60, "en");
        wave.setState("closed");
        onThreeNodes(counting -> counting.countAll(wave.wave()));
        assertThat(texts(wave))
                .extracting(Verbatim::text)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void textsThatACrashLeftUnmixedTheJobMixes() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        FieldworkFixture open = FieldworkFixture.openWave(keys, 150);
        write(wave, 6, "en");
        write(open, 6, "en");
        // as a node leaves it that dies between the last count and the mix
        feature.counting().countAll(wave.wave());
        feature.counting().countAll(open.wave());
        wave.setState("closed");
        assertThat(textsBesideResponses(wave)).isEqualTo(6);
        assertThat(feature.counting().hasUnmixed(wave.wave())).isTrue();
        feature.counting().countWhereEnoughWait();
        assertThat(feature.counting().hasUnmixed(wave.wave())).isFalse();
        assertThat(textsBesideResponses(wave)).isZero();
        assertThat(texts(wave)).hasSize(6);
        assertThat(feature.counting().hasUnmixed(open.wave())).isTrue();
    }

    @Test
    void aLanguageThatOnePersonWroteInStandsAtNoText() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        write(wave, 5, "de");
        write(wave, 6, "en");
        write(wave, 1, "fr");
        wave.setState("closed");
        feature.counting().countAll(wave.wave());
        // the one who wrote French alone would stand out as the one whose language is not told
        assertThat(texts(wave)).extracting(Verbatim::language).containsOnly("", "en");
        assertThat(texts(wave)).filteredOn(text -> text.language().isEmpty()).hasSize(6);
    }

    private void write(FieldworkFixture wave, int people, String language) {
        databases.field().useTransaction(handle -> {
            for (int person = 0; person < people; person++) {
                feature.box().put(handle, wave.wave(), FieldworkFixture.ballotWith("text " + person, language));
            }
        });
    }

    private List<Verbatim> texts(FieldworkFixture wave) {
        return new VerbatimStore(databases.count(), databases.report(), new Random(1)).texts(wave.wave());
    }

    /** Texts whose row was written in one transaction with a response. */
    private static int textsBesideResponses(FieldworkFixture wave) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("""
                        SELECT count(*)
                        FROM answers.verbatim
                        WHERE wave_id = :wave
                          AND EXISTS (SELECT 1 FROM answers.response WHERE response.xmin = verbatim.xmin)""")
                        .bind("wave", wave.wave())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aBallotMovedToAnotherAudienceIsNotCountedThere() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 2);
        TestDatabase.owner().useHandle(handle -> handle.execute("UPDATE box.ballot SET audience = 'sales'"));
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople()).isEmpty();
        assertThat(wave.ballots()).isEqualTo(2);
    }

    @Test
    void afterTheKeysAreDestroyedNobodyOpensABallot() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 40);
        keys.destroyWaveKeys(wave.wave().value());
        feature.counting().countWhereEnoughWait();
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople()).isEmpty();
        assertThat(wave.ballots()).isEqualTo(40);
    }

    @Test
    void aSubmitThatIsRolledBackLeavesTheKeyOfTheNextOneStored() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        assertThatThrownBy(() -> databases.field().useTransaction(handle -> {
                    feature.box().put(handle, wave.wave(), FieldworkFixture.ballotOf(Audience.CUSTOMER, 0));
                    throw new IllegalStateException("the submit fails");
                }))
                .hasMessage("the submit fails");
        submit(wave, 1, 2);
        feature.counting().countAll(wave.wave());
        assertThat(wave.countedPeople()).containsExactly(1);
    }

    @Test
    void countersOnSeveralNodesCountNoBallotTwice() throws Exception {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 150);
        onThreeNodes(counting -> {
            counting.countWhereEnoughWait();
            counting.countAll(wave.wave());
        });
        assertThat(wave.countedPeople())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 150).boxed().toList());
    }

    private void onThreeNodes(Consumer<Counting> work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        CountDownLatch together = new CountDownLatch(1);
        Runnable node = () -> {
            BallotFeature own = feature(KeyFiles.open(parent.resolve("keys"), false), new SecureRandom());
            awaitQuietly(together);
            work.accept(own.counting());
        };
        Future<?>[] running = {nodes.submit(node), nodes.submit(node), nodes.submit(node)};
        together.countDown();
        for (Future<?> one : running) {
            one.get();
        }
        nodes.shutdown();
    }

    @Test
    void anEngagementTakesItsUncountedBallotsWithIt() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        FieldworkFixture decoy = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 3);
        submit(decoy, 0, 3);
        feature.counting().discard(List.of(wave.wave()));
        assertThat(wave.ballots()).isZero();
        assertThat(wave.dataKeys()).isZero();
        assertThat(decoy.ballots()).isEqualTo(3);
        assertThat(decoy.dataKeys()).isEqualTo(1);
    }

    @Test
    void deadBallotsAreClearedAway() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 30);
        assertThat(boxBytes()).isPositive();
        feature.counting().countAll(wave.wave());
        assertThat(boxBytes()).isZero();
    }

    /** Truncated to nothing only when no dead row is left in it. */
    private static long boxBytes() {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT pg_relation_size('box.ballot')")
                        .mapTo(Long.class)
                        .one());
    }

    private void submit(FieldworkFixture wave, int from, int to) {
        IntStream.range(from, to).forEach(person -> wave.submit(feature.box(), person));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void idsOfResponsesAreRandomOnes() {
        FieldworkFixture wave = FieldworkFixture.openWave(keys, 150);
        submit(wave, 0, 3);
        feature.counting().countAll(wave.wave());
        List<UUID> ids = TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT id FROM answers.response")
                        .mapTo(UUID.class)
                        .list());
        assertThat(ids).hasSize(3).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }
}
