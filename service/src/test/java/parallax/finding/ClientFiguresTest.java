package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parallax.finding.ClientFigures.ShownGap;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

class ClientFiguresTest {

    @Test
    void aMeanFollowsFromReleasedCountsOrIsRounded() {
        WaveFixture wave = WaveFixture.aWave();
        for (int i = 0; i < 12; i++) {
            wave.customer("account " + i, i < 7 ? 3 : 4, 4);
        }
        for (int i = 0; i < 6; i++) {
            wave.member(Audience.SALES, i < 1 ? 3 : 4, 4);
        }
        ClientFigures figures = new ClientFigures(wave.findings());
        // 41 of 12; six sellers may not be told by their exact sum of 23
        assertThat(experience(figures, Audience.CUSTOMER)).isEqualTo(new Shown.Exact(41 / 12.0));
        assertThat(experience(figures, Audience.SALES)).isEqualTo(new Shown.Rounded(3.8));
        assertThat(figures.perceptionGap(Audience.SALES, "demo").value()).isEqualTo(new Shown.Rounded(0.4));
        assertThat(figures.answers(Audience.SALES, Measure.EXPERIENCE, "demo")).hasValue(6);
    }

    @Test
    void sellersWhoAllGaveTheHighestAreABoundAndSoIsTheirGap() {
        WaveFixture wave = WaveFixture.aWave();
        for (int i = 0; i < 12; i++) {
            wave.customer("account " + i, 3 + i % 2, 4);
        }
        for (int i = 0; i < 6; i++) {
            wave.member(Audience.SALES, 5, 1);
        }
        ClientFigures figures = new ClientFigures(wave.findings());
        assertThat(experience(figures, Audience.SALES)).isEqualTo(new Shown.Bound("≥ 4.5", 4.5));
        assertThat(figures.mean(Audience.SALES, Measure.IMPORTANCE, "demo")).isEqualTo(new Shown.Bound("≤ 1.5", 1.5));
        ShownGap gap = figures.perceptionGap(Audience.SALES, "demo");
        assertThat(gap.value()).isEqualTo(new Shown.Bound("≥ +1.0", 1.0));
        assertThat(gap.low()).isEqualTo(new Shown.Withheld());
        assertThat(gap.high()).isEqualTo(new Shown.Withheld());
    }

    @Test
    void whatIsSuppressedIsWithheldAndWhatWasNotAskedSaysSo() {
        WaveFixture wave = WaveFixture.aWave();
        for (int i = 0; i < 12; i++) {
            wave.customer("account " + i, 3 + i % 2, 4);
        }
        for (int i = 0; i < 4; i++) {
            wave.member(Audience.SALES, 3, 4);
        }
        ClientFigures figures = new ClientFigures(wave.findings());
        assertThat(experience(figures, Audience.SALES)).isEqualTo(new Shown.Withheld());
        assertThat(figures.answers(Audience.SALES, Measure.EXPERIENCE, "demo")).isEmpty();
        assertThat(figures.perceptionGap(Audience.SALES, "demo").verdict()).isEqualTo(Verdict.SUPPRESSED);
        assertThat(experience(figures, Audience.MARKETING)).isEqualTo(new Shown.NotAsked());
        assertThat(figures.perceptionGap(Audience.MARKETING, "demo").verdict()).isNull();
    }

    @Test
    void fewerThanTenAnswersDoNotTellThatEverybodyMetIt() {
        WaveFixture wave = WaveFixture.aWave();
        for (int i = 0; i < 9; i++) {
            wave.customer("account " + i, 3 + i % 2, 4);
        }
        assertThat(new ClientFigures(wave.findings()).notEncountered("demo")).isEqualTo(new Shown.Bound("< 10 %", 0.1));
    }

    private static Shown experience(ClientFigures figures, Audience audience) {
        return figures.mean(audience, Measure.EXPERIENCE, "demo");
    }
}
