package parallax.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.answering.Admission.Admitted;
import parallax.database.TestDatabase;
import parallax.fieldwork.Field;
import parallax.keys.KeysUnusableException;
import parallax.launch.LaunchService.Launched;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.study.WaveState;
import parallax.study.WaveStateException;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class LaunchIT {

    private final Field field = Field.withoutMailServer();

    @Test
    void aWaveThatIsNoDraftGetsNoKeys() {
        Wave draft = field.draft();
        field.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE study.wave SET state = 'closed', source = 'import' WHERE id = ?",
                        draft.id().value()));
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, draft.id(), 0))
                .isInstanceOf(WaveStateException.class);
        assertThatThrownBy(() -> field.study()
                        .keys()
                        .linkToken(draft.id().value(), draft.id().value(), 0))
                .isInstanceOf(KeysUnusableException.class);
    }

    @Test
    void aLaunchInvitesEverybodyAndHoldsTheMails() {
        Wave draft = field.draft();
        Launched launched = field.launches().launch(Field.CALLER, draft.id(), 5);
        assertThat(launched.heldUntil()).isEqualTo(field.study().instant().plus(Duration.ofMinutes(5)));
        assertThat(launched.invited()).containsExactlyInAnyOrderEntriesOf(Map.of("customer", 12, "sales", 6));
        Wave wave = field.wave(draft.id());
        assertThat(wave.state()).isEqualTo(WaveState.OPEN);
        assertThat(wave.questionnaireVersion()).isEqualTo(1);
        assertThat(field.study().feature().waves().segments(wave.id()))
                .containsExactly(new SegmentVariable("region", List.of("North", "South")));
        assertThat(field.study().feature().waves().frames(wave.id()))
                .containsEntry(Audience.CUSTOMER, new AudienceFrame(12, Map.of(), null, null))
                .containsEntry(Audience.SALES, new AudienceFrame(6, Map.of(), null, null));
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "invitation")).hasSize(18).containsOnly("queued");
        field.study().pass(Duration.ofMinutes(5));
        field.feature().sendDue();
        assertThat(field.mailStates(wave.id(), "invitation")).hasSize(18).containsOnly("accepted");
        assertThat(field.study().audit()).contains("wave.launch");
    }

    @Test
    void aLinkAdmitsWithTheAttributesOfItsHolderAndOfNobodyElse() {
        Wave wave = field.launched();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            Admitted admitted = field.feature()
                    .admission()
                    .find(String.valueOf(customers.get("customer" + i)))
                    .orElseThrow();
            assertThat(admitted.accountCode())
                    .isEqualTo(
                            field.study().keys().accountCode(wave.engagementId().value(), "Company " + i % 4));
            assertThat(admitted.segments()).containsExactly(i % 2 == 0 ? 1 : 2);
            assertThat(admitted.open()).isTrue();
            codes.add(HexFormat.of().formatHex(admitted.accountCode()));
        }
        assertThat(codes).hasSize(4);
        String seller =
                field.tokens(wave.id(), Audience.SALES).values().iterator().next();
        Admitted team = field.feature().admission().find(seller).orElseThrow();
        assertThat(team.accountCode()).isEmpty();
        assertThat(team.segments()).containsExactly(0);
    }

    @Test
    void whatAContactBecomesAfterTheLaunchChangesNoAttributeOfItsLink() {
        Wave wave = field.launched();
        String token = String.valueOf(field.tokens(wave.id(), Audience.CUSTOMER).get("customer0"));
        Admitted before = field.feature().admission().find(token).orElseThrow();

        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE identity.contact SET segments = '{\"region\": \"elsewhere\"}', account_id = NULL"));

        Admitted after = field.feature().admission().find(token).orElseThrow();
        assertThat(after.segments()).isEqualTo(before.segments()).containsExactly(1);
        assertThat(after.accountCode()).isEqualTo(before.accountCode());
    }

    @Test
    void theDatabaseAloneDoesNotTellWhichInvitationsShareAnAccount() {
        Wave wave = field.launched();
        List<byte[]> stored = field.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT account_code FROM identity.invitation WHERE audience = 'customer'")
                        .mapTo(byte[].class)
                        .list());
        Set<String> different = new HashSet<>();
        stored.forEach(code -> different.add(HexFormat.of().formatHex(code)));
        assertThat(different).hasSize(12);
        Set<String> plain = new HashSet<>();
        IntStream.range(0, 4)
                .forEach(i -> plain.add(HexFormat.of()
                        .formatHex(field.study()
                                .keys()
                                .accountCode(wave.engagementId().value(), "Company " + i))));
        assertThat(different).doesNotContainAnyElementsOf(plain);
    }

    @Test
    void noTokenIsStored() {
        Wave wave = field.launched();
        String token =
                field.tokens(wave.id(), Audience.CUSTOMER).values().iterator().next();
        String dump = field.owner()
                .withHandle(handle -> handle.createQuery("SELECT string_agg(i::text, ' ') FROM identity.invitation i")
                        .mapTo(String.class)
                        .one());
        assertThat(dump).doesNotContain(token);
    }

    @Test
    void aTeamsSizeCountsThoseWhoCannotBeWrittenTo() {
        Engagement engagement = field.study().engagement();
        field.person(engagement, Audience.CUSTOMER, "ada", "Acme", null);
        field.person(engagement, Audience.SALES, "with mail", null, null);
        field.person(engagement, Audience.SALES, "without mail", null, null, null);
        Wave draft = field.draft(engagement);
        Launched launched = field.launches().launch(Field.CALLER, draft.id(), 5);
        assertThat(launched.invited()).containsEntry("sales", 1);
        assertThat(field.study().feature().waves().frames(draft.id()).get(Audience.SALES))
                .isEqualTo(new AudienceFrame(2, Map.of(), null, null));
    }

    @Test
    void aCustomerWithAPhoneNumberOnlyIsInvitedButNotWrittenTo() {
        Engagement engagement = field.study().engagement();
        field.person(engagement, Audience.CUSTOMER, "ada", null, "Acme", null);
        field.person(engagement, Audience.CUSTOMER, "bob", "Acme", null);
        field.person(engagement, Audience.SALES, "sue", null, null);
        Wave draft = field.draft(engagement);
        assertThat(field.launches().launch(Field.CALLER, draft.id(), 0).invited())
                .containsEntry("customer", 2);
        assertThat(field.mailStates(draft.id(), "invitation")).hasSize(2);
    }

    @Test
    void whatIsMissingIsToldAndNothingIsWritten() {
        Engagement engagement = field.study().engagement();
        // reachable by phone alone, which serves customers and not teams
        field.person(engagement, Audience.SALES, "ada", null, null, null);
        Wave draft = field.draft(engagement);
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, draft.id(), 5))
                .isInstanceOfSatisfying(LaunchRefusedException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
                    assertThat(refused.errors())
                            .extracting(InputError::message)
                            .containsExactly(
                                    "There is no contact of audience customer. Import contacts, or take the audience out of the wave.",
                                    "None of the 1 contacts of audience sales can be asked: no mail address, or mails stopped.");
                });
        assertThat(field.checksums()).isEqualTo(before);
        assertThatThrownBy(() -> field.study().keys().opener(draft.id().value()))
                .isInstanceOf(KeysUnusableException.class);
    }

    @Test
    void aClosingDateThatHasPassedKeepsTheWaveFromBeingLaunched() {
        Engagement engagement = field.study().engagement();
        field.person(engagement, Audience.CUSTOMER, "ada", "Acme", null);
        Wave draft = field.study()
                .feature()
                .waves()
                .create(
                        Field.CALLER,
                        engagement.id(),
                        new CreateWave(
                                "Late",
                                Set.of(Audience.CUSTOMER),
                                field.study().instant().plus(Duration.ofDays(1)),
                                7,
                                List.of()));
        field.study().pass(Duration.ofDays(1));
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, draft.id(), 5))
                .hasMessageContaining("The closing date has passed. Set a later one.");
    }

    @Test
    void aSegmentWithTooManyValuesKeepsTheWaveFromBeingLaunched() {
        Engagement engagement = field.study().engagement();
        for (int i = 0; i < 255; i++) {
            field.person(engagement, Audience.CUSTOMER, "c" + i, "Acme", "region " + i);
        }
        field.person(engagement, Audience.SALES, "seller", null, null);
        Wave draft = field.draft(engagement);
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, draft.id(), 5))
                .isInstanceOf(LaunchRefusedException.class)
                .hasMessageContaining("Segment “region” has 255 different values; 254 at most can be compared.");
    }

    @Test
    void aSecondLaunchIsRefused() {
        Wave wave = field.launched();
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, wave.id(), 5))
                .isInstanceOf(WaveStateException.class);
        assertThat(field.count("SELECT count(*) FROM identity.invitation WHERE wave_id = :wave", wave.id()))
                .isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61})
    void aHoldOutsideItsRangeIsRefused(int minutes) {
        Wave draft = field.draft();
        assertThatThrownBy(() -> field.launches().launch(Field.CALLER, draft.id(), minutes))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(InputError.field(
                                        "/hold_minutes",
                                        String.valueOf(minutes),
                                        "hold_minutes must be between 0 and 60.")));
    }

    @Test
    void untilTheMailsLeaveALaunchCanBeTakenBackAndMadeAgain() {
        Wave draft = field.draft();
        field.launches().launch(Field.CALLER, draft.id(), 5);
        String token =
                field.tokens(draft.id(), Audience.CUSTOMER).values().iterator().next();
        field.study().pass(Duration.ofMinutes(4));
        field.launches().cancel(Field.CALLER, draft.id());
        Wave wave = field.wave(draft.id());
        assertThat(wave.state()).isEqualTo(WaveState.DRAFT);
        assertThat(wave.source()).isNull();
        assertThat(wave.questionnaireVersion()).isNull();
        assertThat(wave.launchedAt()).isNull();
        assertThat(field.study()
                        .feature()
                        .engagements()
                        .require(wave.engagementId())
                        .frozen())
                .isFalse();
        assertThat(field.study().feature().waves().frames(wave.id())).isEmpty();
        assertThat(field.study().feature().waves().segments(wave.id())).isEmpty();
        assertThat(field.count("SELECT count(*) FROM identity.outbox WHERE wave_id = :wave", wave.id()))
                .isZero();
        assertThat(field.feature().admission().find(token)).isEmpty();
        assertThat(field.launches().launch(Field.CALLER, draft.id(), 0).invited())
                .containsEntry("customer", 12);
    }

    @Test
    void onceAMailIsDueALaunchCannotBeTakenBack() {
        Wave draft = field.draft();
        field.launches().launch(Field.CALLER, draft.id(), 5);
        field.study().pass(Duration.ofMinutes(5));
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> field.launches().cancel(Field.CALLER, draft.id()))
                .isInstanceOf(MailsAlreadyLeftException.class);
        assertThat(field.checksums()).isEqualTo(before);
    }

    @Test
    void onceSomebodyHasBegunALaunchCannotBeTakenBack() {
        Wave draft = field.draft();
        field.launches().launch(Field.CALLER, draft.id(), 5);
        field.begin(field.tokens(draft.id(), Audience.SALES).values().iterator().next());
        assertThatThrownBy(() -> field.launches().cancel(Field.CALLER, draft.id()))
                .isInstanceOf(MailsAlreadyLeftException.class);
    }

    @Test
    void aDraftHasNoLaunchToTakeBack() {
        Wave draft = field.draft();
        assertThatThrownBy(() -> field.launches().cancel(Field.CALLER, draft.id()))
                .isInstanceOf(WaveStateException.class)
                .hasMessageContaining("Only the launch of an open wave can be cancelled");
    }
}
