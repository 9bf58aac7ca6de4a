package parallax.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parallax.finding.Verdict;
import parallax.nomination.Nomination;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.workbook.FindingsFixture;

class SummaryTest {

    @Test
    void whatTheOtherTeamIsSureOfCountsWhereTheOwnerWasNotAsked() {
        FindingsFixture study = FindingsFixture.aStudy().asking(Audience.CUSTOMER, Audience.SALES);
        Summary summary = tell(touchpoint(
                touchpoint(study, "Brochure", Owner.MARKETING, Verdict.CLEAR_ABOVE, Verdict.CLEAR_ABOVE),
                "Website",
                Owner.MARKETING,
                Verdict.NO_EVIDENCE,
                Verdict.NO_EVIDENCE));
        assertThat(summary.headline())
                .isEqualTo("Sales rates one of 2 touchpoints, Brochure, higher than your customers do.");
        assertThat(summary.table().get(0).teams().get(0).verdict()).isEqualTo("▲ Overestimated");
        assertThat(summary.wideChart())
                .contains("Clear differences", "Can't tell yet", "+1.0 Sales")
                .doesNotContain("What customers say");
        assertThat(summary.workbooks()).extracting(Summary.Workbook::label).containsExactly("Excel for Sales");
    }

    @Test
    void aClearGapCountsWhoeverOwnsTheTouchpoint() {
        GapRow row = row(Owner.MARKETING, Verdict.CLEAR_BELOW, Verdict.LEANING_ABOVE);
        assertThat(row.beliefs()).extracting(GapRow.Belief::team).containsExactly(Audience.SALES, Audience.MARKETING);
        assertThat(row.group()).isEqualTo(GapGroup.CLEAR);
        assertThat(row.clear()).extracting(GapRow.Belief::team).containsExactly(Audience.SALES);
    }

    @Test
    void whatIsNotClearIsToldByTheOwnerAlone() {
        GapRow row = row(Owner.MARKETING, Verdict.LEANING_ABOVE, Verdict.ALIGNED);
        assertThat(row.beliefs()).extracting(GapRow.Belief::team).containsExactly(Audience.MARKETING);
        assertThat(row.group()).isEqualTo(GapGroup.ALIKE);
    }

    @Test
    void seenAlikeIsSaidOnlyWhereBothTeamsAre() {
        assertThat(row(Owner.OTHER, Verdict.NO_EVIDENCE, Verdict.ALIGNED).group())
                .isEqualTo(GapGroup.OPEN);
        assertThat(row(Owner.SHARED, Verdict.TOO_WIDE, Verdict.ALIGNED).group()).isEqualTo(GapGroup.OPEN);
        assertThat(row(Owner.SHARED, Verdict.ALIGNED, Verdict.ALIGNED).group()).isEqualTo(GapGroup.ALIKE);
        assertThat(row(Owner.SHARED, Verdict.LEANING_ABOVE, Verdict.ALIGNED).group())
                .isEqualTo(GapGroup.LEANING);
    }

    @Test
    void theHeadlineCountsTheRowsOfTheTableThatSayOverestimated() {
        Summary summary = tell(FindingsFixture.lighting());
        long overestimated = summary.table().stream()
                .filter(row ->
                        row.teams().stream().anyMatch(team -> team.verdict().equals("▲ Overestimated")))
                .count();
        assertThat(overestimated).isEqualTo(4);
        assertThat(summary.headline())
                .isEqualTo(
                        "Your teams rate 4 of 11 touchpoints higher than your customers do. Advice on the right product is furthest apart.");
    }

    @Test
    void whereCustomersClearlyRateHigherTheHeadlineSaysSo() {
        FindingsFixture study = FindingsFixture.aStudy();
        touchpoint(study, "Demo", Owner.SALES, Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE);
        touchpoint(study, "Price", Owner.OTHER, Verdict.ALIGNED, Verdict.ALIGNED);
        touchpoint(study, "Website", Owner.MARKETING, Verdict.ALIGNED, Verdict.ALIGNED);
        assertThat(tell(study).headline())
                .isEqualTo("Your customers rate one of 3 touchpoints, Demo, higher than your teams expect.");
    }

    @Test
    void theOnlyOneIsToldInWords() {
        assertThat(tell(touchpoint(
                                FindingsFixture.aStudy(),
                                "PR",
                                Owner.MARKETING,
                                Verdict.CLEAR_ABOVE,
                                Verdict.CLEAR_ABOVE))
                        .headline())
                .isEqualTo(
                        "Your teams rate the one touchpoint that can be compared, PR, higher than your customers do.");
    }

    @Test
    void teamsThatWereAskedAndDidNotAnswerAreNotCalledUnasked() {
        FindingsFixture study = FindingsFixture.aStudy().nobodyAnsweredIn(Audience.SALES, Audience.MARKETING);
        study.row("demo", "Demonstration", Owner.SALES, Phase.DECIDE)
                .customers(20, 3.0, 4.0, 0)
                .end(Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE);
        Summary summary = tell(study);
        assertThat(summary.headline())
                .isEqualTo(
                        "Nobody in your teams has answered, so there is no difference between teams and customers to show.");
        assertThat(summary.trustLine())
                .startsWith("61 of 148 customers (41\u00a0%), nobody in Sales, nobody in Marketing.");
    }

    @Test
    void aStudyOfCustomersAloneSaysSoAndHasBothWorkbooks() {
        Summary summary = tell(FindingsFixture.customersOnly());
        assertThat(summary.headline()).startsWith("Only customers were asked in this wave");
        assertThat(summary.trustLine()).doesNotContain("Sales");
        assertThat(summary.workbooks())
                .extracting(Summary.Workbook::label)
                .containsExactly("Excel for Sales", "Excel for Marketing");
    }

    @Test
    void aNoteStandsOnlyWhereItIsNeeded() {
        FindingsFixture plain = FindingsFixture.aStudy();
        touchpoint(plain, "Demo", Owner.SALES, Verdict.CLEAR_ABOVE, Verdict.NO_EVIDENCE);
        assertThat(tell(plain).notes()).isEmpty();
        // 20 customers give 3.05, printed 3.1; 12 sellers 4.0: a gap of 0.95, printed +1.0 and not +0.9
        FindingsFixture apart = FindingsFixture.aStudy()
                .row("demo", "Demo", Owner.SALES, Phase.DECIDE)
                .customers(20, 3.05, 4.0, 0)
                .sales(12, 4.0, 4.0, Verdict.CLEAR_ABOVE)
                .marketing(4, 4.0, 4.0, Verdict.SUPPRESSED)
                .end(Verdict.SUPPRESSED, Verdict.NO_EVIDENCE);
        List<String> notes = tell(apart).notes();
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).startsWith("[c] stands for");
        assertThat(notes.get(1)).startsWith("Differences are calculated before rounding");
    }

    @Test
    void whoChoseTheCustomersIsPrintedWhereItIsKnown() {
        Nomination nomination =
                new Nomination("Account managers", 210, 148, List.of(new Nomination.Struck("gone", 31)));
        Summary summary = SummaryService.tell(FindingsFixture.customersOnly().build(), Optional.of(nomination));
        assertThat(summary.trustLine())
                .endsWith(
                        " Account managers named 148 of 210 eligible contacts and struck 31. Customers not named may think differently.");
        assertThat(tell(FindingsFixture.customersOnly()).trustLine()).doesNotContain("named");
    }

    private static GapRow row(Owner owner, Verdict sales, Verdict marketing) {
        return GapRows.of(touchpoint(FindingsFixture.aStudy(), "Brochure", owner, sales, marketing)
                        .build())
                .get(0);
    }

    private static Summary tell(FindingsFixture study) {
        return SummaryService.tell(study.build(), Optional.empty());
    }

    private static FindingsFixture touchpoint(
            FindingsFixture study, String label, Owner owner, Verdict sales, Verdict marketing) {
        return study.row(label.toLowerCase(java.util.Locale.ROOT), label, owner, Phase.DECIDE)
                .customers(20, 3.0, 4.0, 0)
                .sales(20, 4.0, 4.0, sales)
                .marketing(20, 4.0, 4.0, marketing)
                .end(Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE);
    }
}
