package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.database.TestDatabase;
import parallax.keys.KeysUnusableException;
import parallax.questionnaire.Audience;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.RefusedException;

class SealIT {

    private final Field field = Field.withoutMailServer();

    @Test
    void sealingDestroysKeysAndLinksAndKeepsTheNumbers() {
        Wave wave = closed();
        String link = field.tokens(wave.id(), Audience.CUSTOMER).get("customer1");
        assertThat(seal(wave, "Baseline").state()).isEqualTo(WaveState.SEALED);
        assertThatThrownBy(() -> field.tokens(wave.id(), Audience.CUSTOMER)).isInstanceOf(KeysUnusableException.class);
        assertThat(field.study().keys().opener(wave.id().value())).isEmpty();
        assertThat(field.feature().admission().find(String.valueOf(link))).isEmpty();
        assertThat(field.count(
                        "SELECT count(*) FROM identity.invitation WHERE wave_id = :wave AND token_hash IS NOT NULL",
                        wave.id()))
                .isZero();
        assertThat(field.ballots().discarded).containsExactly(wave.id());
        assertThat(field.study().audit()).contains("wave.seal");
        FieldNumbers numbers = field.feature().field().numbers(wave.id());
        assertThat(numbers.state()).isEqualTo("sealed");
        assertThat(numbers.items().get(0).completed()).isEqualTo(1);
    }

    @Test
    void anotherNameSealsNothing() {
        Wave wave = closed();
        Map<String, String> before = field.checksums();
        for (String name : new String[] {null, "", "baseline", "Baseline "}) {
            assertThatThrownBy(() -> seal(wave, name))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("Nothing was sealed: the name does not match.");
        }
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(field.tokens(wave.id(), Audience.CUSTOMER)).hasSize(12);
    }

    @Test
    void anOpenWaveCannotBeSealed() {
        Wave wave = field.launched();
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> seal(wave, "Baseline")).hasMessageContaining("Close it first.");
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(field.tokens(wave.id(), Audience.CUSTOMER)).hasSize(12);
    }

    @Test
    void nothingIsSealedWhileBallotsAreNotCounted() {
        Wave wave = closed();
        field.ballots().waiting = true;
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> seal(wave, "Baseline")).hasMessageContaining("not counted yet");
        field.study().pass(Duration.ofDays(31));
        field.feature().tick();
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(field.tokens(wave.id(), Audience.CUSTOMER)).hasSize(12);
        field.ballots().waiting = false;
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.SEALED);
    }

    @Test
    void nothingIsSealedWhileTextsAreNotMixed() {
        Wave wave = closed();
        field.ballots().unmixed = true;
        Map<String, String> before = field.checksums();
        assertThatThrownBy(() -> seal(wave, "Baseline")).hasMessageContaining("not mixed yet");
        field.study().pass(Duration.ofDays(31));
        field.feature().tick();
        assertThat(field.checksums()).isEqualTo(before);
        field.ballots().unmixed = false;
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.SEALED);
    }

    @Test
    void theClockSealsThirtyDaysAfterTheClose() {
        Wave wave = closed();
        field.study().pass(Duration.ofDays(30).minusSeconds(1));
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.CLOSED);
        field.study().pass(Duration.ofSeconds(1));
        field.feature().tick();
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.SEALED);
        assertThat(field.study().keys().areLinksDestroyed(wave.id().value())).isTrue();
    }

    @Test
    void aSealedWaveStaysAsItIs() {
        Wave wave = closed();
        Wave sealed = seal(wave, "Baseline");
        Map<String, String> before = field.checksums();
        assertThat(seal(wave, "Baseline")).isEqualTo(sealed);
        assertThat(field.checksums()).isEqualTo(before);
    }

    @Test
    void whatACrashLeftWithoutKeysIsSealedOnceMore() {
        Wave wave = closed();
        field.study().keys().destroyWaveKeys(wave.id().value());
        assertThat(field.feature().mails().list(wave.id(), null, 50).items()).hasSize(18);
        assertThat(seal(wave, "Baseline").state()).isEqualTo(WaveState.SEALED);
    }

    @Test
    void whatCannotBeCommittedLosesNothing() {
        Wave wave = closed();
        Map<String, String> before = field.checksums();
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                CREATE FUNCTION study.fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
                CREATE CONSTRAINT TRIGGER fail AFTER UPDATE ON study.wave DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.state = 'sealed') EXECUTE FUNCTION study.fail()"""));
        try {
            assertThatThrownBy(() -> seal(wave, "Baseline")).hasStackTraceContaining("the disk is full");
        } finally {
            TestDatabase.owner()
                    .useHandle(handle -> handle.execute("DROP TRIGGER fail ON study.wave; DROP FUNCTION study.fail()"));
        }

        assertThat(field.ballots().discarded).isEmpty();
        assertThat(field.tokens(wave.id(), Audience.CUSTOMER)).hasSize(12);
        assertThat(field.study().keys().opener(wave.id().value())).isPresent();
        assertThat(field.checksums()).isEqualTo(before);
        assertThat(seal(wave, "Baseline").state()).isEqualTo(WaveState.SEALED);
        assertThat(field.ballots().discarded).containsExactly(wave.id());
    }

    @Test
    void whatACrashLeftAfterTheSealIsFinishedByTheClock() {
        Wave wave = closed();
        field.ballots().failing = true;
        assertThatThrownBy(() -> seal(wave, "Baseline")).hasMessage("no connection");
        assertThat(field.wave(wave.id()).state()).isEqualTo(WaveState.SEALED);
        assertThat(field.study().keys().areLinksDestroyed(wave.id().value())).isFalse();
        field.ballots().failing = false;

        field.feature().tick();
        field.feature().tick();

        assertThat(field.study().keys().areLinksDestroyed(wave.id().value())).isTrue();
        assertThat(field.ballots().discarded).containsExactly(wave.id());
    }

    @Test
    void theMailsOfASealedWaveAreListedWithoutTheirLinks() {
        Wave wave = closed();
        MailList before = field.feature().mails().list(wave.id(), null, 50);
        assertThat(before.items()).hasSize(18).allMatch(mail -> mail.shown() != null);
        seal(wave, "Baseline");
        MailList after = field.feature().mails().list(wave.id(), null, 50);
        assertThat(after.items()).hasSize(18).allMatch(mail -> mail.shown() == null && mail.to() != null);
        assertThat(field.feature()
                        .mails()
                        .find(wave.id(), after.items().get(0).id())
                        .shown())
                .isNull();
    }

    @Test
    void onlyAClosedWaveOffersItAndSaysWhatItDoes() {
        SealPanel panel = new SealPanel(30);
        assertThat(panel.content(Field.CALLER, field.launched())).isEmpty();
        Wave wave = closed();
        WavePanel.Content content = panel.content(Field.CALLER, wave).orElseThrow();
        assertThat(content.text())
                .startsWith("This wave is sealed by itself on ")
                .endsWith(", or now by hand.");
        WavePanel.Action seal = content.actions().get(0);
        assertThat(seal.url()).isEqualTo("/waves/" + wave.id() + "/seal");
        assertThat(seal.fields()).isEqualTo(Map.of("confirm", "Baseline"));
        assertThat(seal.confirm()).contains("keys are destroyed").contains("cannot be undone");
        assertThat(panel.content(Field.CALLER, seal(wave, "Baseline"))).isEmpty();
    }

    private Wave closed() {
        Wave wave = field.launched();
        field.feature().sendDue();
        field.submit(String.valueOf(field.tokens(wave.id(), Audience.CUSTOMER).get("customer0")));
        return field.feature().closing().close(Field.CALLER, wave.id());
    }

    private Wave seal(Wave wave, String name) {
        return field.feature().sealing().seal(Field.CALLER, wave.id(), name);
    }
}
