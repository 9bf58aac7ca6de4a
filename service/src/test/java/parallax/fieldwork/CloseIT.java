package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parallax.answering.Admission;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.study.WaveState;
import parallax.study.WaveStateException;

class CloseIT {

    private final Field field = Field.withoutMailServer();

    @Test
    void whoHasAnsweredBecomesHowMany() {
        Wave wave = launchedAndHalfAnswered();
        assertThat(field.feature().closing().close(Field.CALLER, wave.id()).state())
                .isEqualTo(WaveState.CLOSED);
        // 12 invited: 4 submitted, 2 began and left, 1 stopped, 1 bounced, 4 silent
        assertThat(field.study().feature().waves().frames(wave.id()))
                .containsEntry(
                        Audience.CUSTOMER,
                        new AudienceFrame(12, Map.of("I", 4, "R", 3, "BREAKOFF", 2, "U", 1, "NC", 4), null, null))
                .containsEntry(Audience.SALES, new AudienceFrame(6, Map.of("I", 1, "NC", 5), null, null));
        assertThat(field.counted()).containsExactly(wave.id());
        assertThat(field.study().audit()).contains("wave.close");
    }

    @Test
    void afterwardsNoRowTellsWhoAnswered() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().reminders().remindNow(Field.CALLER, wave.id());
        field.feature().sendDue();
        draft(wave);
        field.feature().closing().close(Field.CALLER, wave.id());
        List<String> rows = field.owner()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT state || ' ' || started || ' ' || encode(account_code || segments, 'hex') || ' ' || xmin
                        FROM identity.invitation
                        """).mapTo(String.class).list());
        assertThat(rows).hasSize(18);
        assertThat(Set.copyOf(rows)).hasSize(1);
        assertThat(rows.get(0)).startsWith("open false  ");
        assertThat(field.mailStates(wave.id(), "reminder")).isEmpty();
        assertThat(field.mailStates(wave.id(), "invitation")).hasSize(18).containsOnly("accepted");
        assertThat(field.count("SELECT count(*) FROM identity.draft WHERE wave_id = :wave", wave.id()))
                .isZero();
    }

    @Test
    void theOrderOfTheRowsOnDiskIsThatOfTheirRandomIds() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        for (String table : List.of("invitation", "outbox")) {
            List<String> onDisk = field.owner()
                    .withHandle(handle -> handle.createQuery("SELECT id FROM identity." + table + " ORDER BY ctid")
                            .mapTo(String.class)
                            .list());
            // As text, which sorts like PostgreSQL's uuid.
            assertThat(onDisk).hasSize(18).isSorted();
        }
    }

    @Test
    void whatSomebodyAskedOfUsOutlivesTheClose() {
        Wave wave = launchedAndHalfAnswered();
        field.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO identity.wish (invitation_id, results, contact, comment)"
                            + " SELECT id, true, 'call me', '' FROM identity.invitation WHERE wave_id = ?",
                    wave.id().value());
            handle.execute(
                    "INSERT INTO identity.referral (id, invitation_id, name, email)"
                            + " SELECT id, id, 'Bob', 'bob@acme.example' FROM identity.invitation WHERE wave_id = ?",
                    wave.id().value());
        });

        field.feature().closing().close(Field.CALLER, wave.id());

        for (String table : List.of("wish", "referral")) {
            assertThat(field.count(
                            "SELECT count(*) FROM identity." + table
                                    + " JOIN identity.invitation ON invitation.id = invitation_id WHERE wave_id = :wave",
                            wave.id()))
                    .as(table)
                    .isEqualTo(18);
        }
    }

    @Test
    void theHolderOfALinkLearnsOnlyThatTheWaveIsClosed() {
        Wave wave = launchedAndHalfAnswered();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        field.feature().closing().close(Field.CALLER, wave.id());
        for (String token : customers.values()) {
            var admitted = field.feature().admission().find(token).orElseThrow();
            assertThat(admitted.standing()).isEqualTo(Admission.Standing.CLOSED);
            assertThat(field.submit(token)).isFalse();
        }
    }

    @Test
    void closingAClosedWaveChangesNothingAndCountsWhatACrashLeft() {
        Wave wave = launchedAndHalfAnswered();
        Wave first = field.feature().closing().close(Field.CALLER, wave.id());
        Map<String, String> before = field.checksums();
        assertThat(field.feature().closing().close(Field.CALLER, wave.id())).isEqualTo(first);
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(field.counted()).containsExactly(wave.id(), wave.id());
    }

    @Test
    void aDraftCannotBeClosed() {
        Wave draft = field.draft();
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> field.feature().closing().close(Field.CALLER, draft.id()))
                .isInstanceOf(WaveStateException.class);
        assertThat(field.checksums()).isEqualTo(before);
    }

    @Test
    void noAnswerComesInAfterTheCloseBegan() throws Exception {
        Wave wave = field.launched();
        String token = field.tokens(wave.id(), Audience.CUSTOMER).get("customer0");
        CountDownLatch submitted = new CountDownLatch(1);
        Thread[] submit = new Thread[1];
        boolean[] taken = new boolean[1];
        field.fieldLogin().useTransaction(handle -> {
            field.study().feature().waves().lockForUpdate(handle, wave.id());
            submit[0] = new Thread(() -> {
                taken[0] = field.submit(String.valueOf(token));
                submitted.countDown();
            });
            submit[0].start();
            // The submit waits for the close; it can only be seen not to end.
            assertThat(submitted.await(500, TimeUnit.MILLISECONDS)).isFalse();
            field.study().feature().waves().close(handle, wave.id());
        });
        assertThat(submitted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(taken[0]).isFalse();
    }

    @Test
    void theClockBeginsTheGraceAndEndsIt() {
        Wave wave = launchedUntil(Duration.ofDays(14));
        String early =
                field.tokens(wave.id(), Audience.CUSTOMER).values().iterator().next();
        field.study().pass(Duration.ofDays(14).minusSeconds(1));
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.OPEN);
        field.study().pass(Duration.ofSeconds(1));
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSING);
        field.feature().remind();
        assertThat(field.mailStates(wave.id(), "reminder")).isEmpty();
        field.study().pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(field.submit(early)).isTrue();
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSING);
        field.study().pass(Duration.ofSeconds(1));
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSED);
        assertThat(field.counted()).containsExactly(wave.id());
        assertThat(field.study().feature().waves().frames(wave.id()).get(Audience.CUSTOMER))
                .extracting(AudienceFrame::dispositions)
                .isEqualTo(Map.of("I", 1, "U", 1));
    }

    @Test
    void theClockEndsAWaveEvenWhenTheJobIsLate() {
        Wave wave = launchedUntil(Duration.ofDays(14));
        String token =
                field.tokens(wave.id(), Audience.CUSTOMER).values().iterator().next();
        field.study().pass(Duration.ofDays(21));
        assertThat(field.feature().admission().find(token).orElseThrow().open()).isFalse();
        assertThat(field.submit(token)).isFalse();
    }

    @Test
    void theFieldNumbersStayAfterTheClose() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        FieldNumbers numbers = field.feature().field().numbers(wave.id());
        assertThat(numbers.state()).isEqualTo("closed");
        Item customers = numbers.items().get(0);
        assertThat(customers.invited()).isEqualTo(12);
        assertThat(customers.completed()).isEqualTo(4);
        assertThat(customers.optedOut()).isEqualTo(1);
        assertThat(customers.started()).isEqualTo(2);
        assertThat(customers.bounced()).isEqualTo(1);
        assertThat(customers.canBeShown()).isNull();
        // RR2 = (I+P)/all = 4/12; RR6 leaves the bounced out: 4/11
        assertThat(customers.rates()).containsEntry("rr2", 4 / 12.0).containsEntry("rr6", 4 / 11.0);
    }

    @Test
    void peopleAreDeletedAfterTheDaysTheirMailsPromise() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        Engagement engagement = field.study().feature().engagements().require(wave.engagementId());
        field.person(engagement, Audience.CUSTOMER, "never invited", "Acme", null);
        field.study().pass(Duration.ofDays(90).minusSeconds(1));
        field.feature().tick();
        assertThat(people()).hasSize(19);
        field.study().pass(Duration.ofSeconds(1));
        field.feature().tick();
        assertThat(people()).isEmpty();
        assertThat(field.count(
                        "SELECT count(*) FROM identity.account WHERE CAST(:wave AS uuid) IS NOT NULL", wave.id()))
                .isZero();
        assertThat(field.count("SELECT count(*) FROM identity.outbox WHERE wave_id = :wave", wave.id()))
                .isZero();
        assertThat(field.feature().field().numbers(wave.id()).items().get(0).completed())
                .isEqualTo(4);
    }

    @Test
    void whoWasNeverInvitedIsKeptForAWaveThatMayStillNeedThem() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        Engagement engagement = field.study().feature().engagements().require(wave.engagementId());
        field.person(engagement, Audience.CUSTOMER, "never invited", "Acme", null);
        field.study()
                .feature()
                .waves()
                .create(Field.CALLER, engagement.id(), CreateWave.named("Next", Set.of(Audience.CUSTOMER)));
        field.study().pass(Duration.ofDays(120));
        field.feature().tick();
        assertThat(people()).containsExactly("never invited");
        assertThat(field.count(
                        "SELECT count(*) FROM identity.account WHERE CAST(:wave AS uuid) IS NOT NULL", wave.id()))
                .isEqualTo(1);
    }

    @Test
    void aListThatCameLaterWaitsForItsWave() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        Engagement engagement = field.study().feature().engagements().require(wave.engagementId());
        UUID newcomer = field.person(engagement, Audience.CUSTOMER, "newcomer", "Acme", null);
        field.study().pass(Duration.ofDays(100));
        field.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO identity.contact_import (id, engagement_id, imported_at) VALUES (?, ?, ?)",
                    newcomer,
                    engagement.id().value(),
                    field.study().instant().atOffset(ZoneOffset.UTC));
            handle.execute("UPDATE identity.contact SET import_id = id WHERE id = ?", newcomer);
        });
        field.feature().tick();
        assertThat(people()).containsExactly("newcomer");
        field.study().pass(Duration.ofDays(90));
        field.feature().tick();
        assertThat(people()).isEmpty();
        assertThat(field.count(
                        "SELECT count(*) FROM identity.contact_import WHERE CAST(:wave AS uuid) IS NOT NULL",
                        wave.id()))
                .isZero();
    }

    @Test
    void whoIsInvitedToAYoungerWaveIsKept() {
        Wave wave = launchedAndHalfAnswered();
        field.feature().closing().close(Field.CALLER, wave.id());
        Engagement engagement = field.study().feature().engagements().require(wave.engagementId());
        field.study().pass(Duration.ofDays(60));
        Wave next = field.study()
                .feature()
                .waves()
                .create(Field.CALLER, engagement.id(), CreateWave.named("Next", Set.of(Audience.SALES)));
        field.launches().launch(Field.CALLER, next.id(), 0);
        field.study().pass(Duration.ofDays(60));
        field.feature().tick();
        assertThat(people()).hasSize(6).allMatch(name -> name.startsWith("seller"));
    }

    @Test
    void anEngagementTakesItsInvitationsAndMailsAlong() {
        Wave wave = launchedAndHalfAnswered();
        field.study().feature().engagements().delete(Field.CALLER, wave.engagementId());
        for (String table : List.of("identity.invitation", "identity.outbox")) {
            assertThat(field.count("SELECT count(*) FROM " + table + " WHERE wave_id = :wave", wave.id()))
                    .as(table)
                    .isZero();
        }
    }

    private Wave launchedUntil(Duration days) {
        Engagement engagement = field.study().engagement();
        field.person(engagement, Audience.CUSTOMER, "ada", "Acme", null);
        field.person(engagement, Audience.CUSTOMER, "bob", "Acme", null);
        Wave draft = field.study()
                .feature()
                .waves()
                .create(
                        Field.CALLER,
                        engagement.id(),
                        new CreateWave(
                                "Dated",
                                Set.of(Audience.CUSTOMER),
                                field.study().instant().plus(days),
                                7,
                                List.of(new Wave.Reminder(14))));
        field.launches().launch(Field.CALLER, draft.id(), 0);
        return field.wave(draft.id());
    }

    private Wave launchedAndHalfAnswered() {
        Wave wave = field.launched();
        field.feature().sendDue();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        for (int i = 0; i < 4; i++) {
            assertThat(field.submit(String.valueOf(customers.get("customer" + i))))
                    .isTrue();
        }
        field.begin(String.valueOf(customers.get("customer4")));
        field.begin(String.valueOf(customers.get("customer5")));
        mark("customer6", "state = 'stopped'");
        mark("customer7", "bounced = true");
        field.submit(field.tokens(wave.id(), Audience.SALES).values().iterator().next());
        return wave;
    }

    private void mark(String name, String what) {
        field.owner()
                .useHandle(handle -> handle.execute("UPDATE identity.invitation SET " + what
                        + " WHERE contact_id = (SELECT id FROM identity.contact WHERE name = '" + name + "')"));
    }

    private void draft(Wave wave) {
        field.owner()
                .useHandle(handle -> handle.createUpdate(
                                "INSERT INTO identity.draft (id, wave_id, ciphertext) VALUES ('\\x01', :wave, '\\x02')")
                        .bind("wave", wave.id())
                        .execute());
    }

    private List<String> people() {
        return field.owner()
                .withHandle(handle -> handle.createQuery("SELECT name FROM identity.contact ORDER BY name")
                        .mapTo(String.class)
                        .list());
    }
}
