package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

class ReminderIT {

    private final Field field = Field.withoutMailServer();
    private Wave wave;
    private Map<String, String> customers;

    @BeforeEach
    void launch() {
        wave = field.launched();
        field.feature().sendDue();
        customers = field.tokens(wave.id(), Audience.CUSTOMER);
    }

    @Test
    void onlyThoseStillOpenAreReminded() {
        field.submit(token("customer0"));
        field.begin(token("customer1"));
        stop("customer2");
        assertThat(remindNow()).containsExactlyInAnyOrderEntriesOf(Map.of("customer", 10, "sales", 6));
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(16).containsOnly("accepted");
    }

    @Test
    void pressingTwiceRemindsOnce() {
        remindNow();
        assertThat(remindNow()).containsEntry("customer", 0).containsEntry("sales", 0);
    }

    @Test
    void nobodyIsRemindedAThirdTime() {
        for (int expected : new int[] {12, 12, 0}) {
            assertThat(remindNow()).containsEntry("customer", expected);
            field.study().pass(Duration.ofDays(2));
        }
    }

    @Test
    void thePlanRemindsOnItsDaysAndOnlyOnce() {
        field.study().pass(Duration.ofDays(5).minusSeconds(1));
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).isEmpty();
        field.study().pass(Duration.ofSeconds(1));
        field.feature().remind();
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(18);
        field.study().pass(Duration.ofDays(7));
        field.submit(token("customer0"));
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(18 + 17);
    }

    @Test
    void thePlanCountsItsDaysFromTheInvitationThatLeft() {
        field.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.outbox SET left_at = left_at + interval '3 days'
                WHERE invitation_id IN (SELECT id FROM identity.invitation WHERE audience = 'sales')"""));
        field.study().pass(Duration.ofDays(5));
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(12);
        field.study().pass(Duration.ofDays(3).minusSeconds(1));
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(12);
        field.study().pass(Duration.ofSeconds(1));
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(18);
    }

    @Test
    void byHandAlsoThoseAreRemindedWhoseInvitationJustLeft() {
        assertThat(remindNow()).containsEntry("sales", 6);
    }

    @Test
    void aWaveThatIsNotDueIsNotLocked() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Thread job = new Thread(() -> {
            field.feature().remind();
            looked.countDown();
        });
        field.fieldLogin().useTransaction(handle -> {
            field.study().feature().waves().lockForShare(handle, wave.id());
            job.start();
            assertThat(looked.await(5, TimeUnit.SECONDS)).isTrue();
        });
    }

    @Test
    void aWaveThatFailsKeepsNoOtherWaiting() {
        Wave other = field.launched();
        field.feature().sendDue();
        boolean first = wave.id().toString().compareTo(other.id().toString()) < 0;
        Wave broken = first ? wave : other;
        Wave sound = first ? other : wave;
        field.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE study.wave SET reminders = '[{}]' WHERE id = ?",
                        broken.id().value()));
        field.study().pass(Duration.ofDays(5));
        field.feature().remind();
        assertThat(field.mailStates(broken.id(), "reminder")).isEmpty();
        assertThat(field.mailStates(sound.id(), "reminder")).hasSize(18);
    }

    @Test
    void afterAStandstillNobodyGetsTwoRemindersAtOnce() {
        field.study().pass(Duration.ofDays(20));
        field.feature().remind();
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).hasSize(18);
    }

    @Test
    void whoAnswersBeforeTheReminderLeavesGetsNone() {
        remindNow();
        field.submit(token("customer0"));
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "reminder").stream().filter("suppressed"::equals))
                .hasSize(1);
    }

    @Test
    void aWaveThatIsNotOpenIsNotReminded() {
        field.feature().closing().close(Field.CALLER, wave.id());
        assertThatThrownBy(this::remindNow)
                .isInstanceOf(NotInTheFieldException.class)
                .hasMessage(
                        "Wave “Baseline” is in state closed. Reminders go out only while it is open; nobody is reminded any more.");
    }

    private Map<String, Integer> remindNow() {
        return field.feature().reminders().remindNow(Field.CALLER, wave.id()).reminded();
    }

    private String token(String name) {
        return String.valueOf(customers.get(name));
    }

    private void stop(String name) {
        field.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.invitation SET state = 'stopped'
                WHERE contact_id = (SELECT id FROM identity.contact WHERE name = ?)""", name));
    }
}
