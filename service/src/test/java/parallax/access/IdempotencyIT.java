package parallax.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.TestDatabase;
import parallax.web.IdempotencyStore.Answer;
import parallax.web.IdempotencyStore.Kept;

class IdempotencyIT {

    private static final UUID PERSON = new UUID(0, 1);
    private static final byte[] REQUEST = "request".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "other".getBytes(StandardCharsets.UTF_8);
    private static final Answer ANSWER = new Answer(201, "/api/engagements/1", "\"1\"", "{\"id\":1}");

    private final SettableClock clock = new SettableClock();
    private IdempotencyKeeper keeper;

    @BeforeEach
    void start() {
        TestDatabase.clean();
        keeper = new IdempotencyKeeper(TestDatabase.shared().field(), clock);
    }

    @Test
    void theSameRequestFindsTheAnswerOfTheFirst() {
        assertThat(keeper.claim(PERSON, "key", REQUEST)).isEmpty();
        assertThat(keeper.claim(PERSON, "key", REQUEST)).contains(new Kept(true, null));
        keeper.keep(PERSON, "key", ANSWER);

        assertThat(keeper.claim(PERSON, "key", REQUEST)).contains(new Kept(true, ANSWER));
    }

    @Test
    void anotherRequestUnderTheKeyIsTold() {
        keeper.claim(PERSON, "key", REQUEST);
        keeper.keep(PERSON, "key", ANSWER);

        assertThat(keeper.claim(PERSON, "key", OTHER).map(Kept::sameRequest)).contains(false);
    }

    @Test
    void keysOfTwoPeopleDoNotMeet() {
        keeper.claim(PERSON, "key", REQUEST);

        assertThat(keeper.claim(new UUID(0, 2), "key", OTHER)).isEmpty();
    }

    @Test
    void aRequestThatDidNothingGivesItsKeyBack() {
        keeper.claim(PERSON, "key", REQUEST);
        keeper.release(PERSON, "key");

        assertThat(keeper.claim(PERSON, "key", OTHER)).isEmpty();
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        keeper.claim(PERSON, "key", REQUEST);
        keeper.keep(PERSON, "key", ANSWER);

        clock.tick(Duration.ofHours(24).minusSeconds(1));
        assertThat(keeper.claim(PERSON, "key", REQUEST)).isPresent();
        clock.tick(Duration.ofSeconds(1));
        assertThat(keeper.claim(PERSON, "key", REQUEST)).isEqualTo(Optional.empty());
    }

    @Test
    void theClaimOfANodeThatDiedIsGivenUp() {
        keeper.claim(PERSON, "key", REQUEST);

        clock.tick(Duration.ofMinutes(10));
        assertThat(keeper.claim(PERSON, "key", REQUEST)).isEmpty();
    }

    @Test
    void whatNobodyAsksForAgainIsForgottenToo() {
        keeper.claim(PERSON, "key", REQUEST);
        keeper.keep(PERSON, "key", ANSWER);

        clock.tick(Duration.ofHours(24).minusSeconds(1));
        keeper.forgetOld();
        assertThat(kept()).isEqualTo(1);
        clock.tick(Duration.ofSeconds(1));
        keeper.forgetOld();
        assertThat(kept()).isZero();
    }

    private static int kept() {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM access.idempotency")
                        .mapTo(Integer.class)
                        .one());
    }
}
