package parallax.workbook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKind;
import parallax.finding.Participation;
import parallax.finding.Verdict;
import parallax.finding.VerdictWords;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveChange;

/** The method in plain words, filled from the settings that were in force. */
final class MethodText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** One row of the sheet. */
    record Entry(String about, String what, String words) {}

    private final TeamReport report;
    private final List<Entry> entries = new ArrayList<>();

    private MethodText(TeamReport report) {
        this.report = report;
    }

    static List<Entry> of(TeamReport report) {
        MethodText text = new MethodText(report);
        text.study();
        text.response();
        text.figures();
        text.verdicts();
        text.protection();
        text.columns();
        text.wording();
        return text.entries;
    }

    private void add(String about, String what, String words) {
        entries.add(new Entry(about, what, words));
    }

    private static String inWords(WaveChange change) {
        WaveChange.Corrected text = change.text();
        return text == null
                ? "%s: “%s” was not asked any more from then on."
                        .formatted(date(change.at()), Typed.clean(change.subject()))
                : "%s: a text of “%s” was corrected (%s): “%s” became “%s”."
                        .formatted(
                                date(change.at()),
                                Typed.clean(change.subject()),
                                text.language(),
                                Typed.clean(text.before()),
                                Typed.clean(text.after()));
    }

    private void study() {
        Wave wave = report.findings().wave();
        add("Study", "Client and wave", report.client() + ", " + report.waveName());
        add("Study", "Dates", "Opened: %s. Closed: %s.".formatted(date(wave.launchedAt()), date(wave.closedAt())));
        Integer version = wave.questionnaireVersion();
        add(
                "Study",
                "Questionnaire",
                "Version %s, %d touchpoints, ratings from 1 to %d. The teams' form is the mirror of the customers' form."
                        .formatted(
                                version == null ? "–" : version.toString(),
                                report.findings().questionnaire().touchpoints().size(),
                                report.scalePoints()));
        for (WaveChange change : report.field().changes()) {
            add("Study", "Changed while answered", inWords(change));
        }
        add("Study", "State of this file", "A draft for the consultancy. The client receives the released file.");
        add(
                "Study",
                "Versions",
                "Questionnaire %s, answers %d, method 1."
                        .formatted(version == null ? "–" : version.toString(), wave.answersVersion()));
        add(
                "Study",
                "Fingerprint of the figures",
                "SHA-256 %s. Both workbooks of this wave carry the same one as long as no figure changes."
                        .formatted(report.figures().fingerprint()));
        add(
                "Study",
                "Contact",
                "Measured independently by %s. Questions go to %s."
                        .formatted(report.publisher().name(), report.publisher().contact()));
    }

    private static String date(@Nullable Instant instant) {
        return instant == null ? "not recorded" : DATE.format(instant);
    }

    private void response() {
        for (Audience audience : Audience.raters()) {
            String name = Words.audience(audience);
            add(
                    "Response",
                    name,
                    report.participation(audience)
                            .map(participation -> response(audience, participation))
                            .orElse(
                                    report.wasAsked(audience)
                                            ? "Asked, but nobody answered."
                                            : "Not asked in this wave."));
        }
        int minimum = report.minimum(Audience.CUSTOMER);
        report.field().modes().ifPresent(modes -> add("Response", "How customers answered", modes.inWords(minimum)));
        if (report.wasAsked(Audience.CUSTOMER)) {
            add(
                    "Response",
                    "Who chose the customers",
                    report.field()
                            .nomination()
                            .map(nomination -> Typed.clean(nomination.toldWithReasons()))
                            .orElse("Not recorded."));
        }
        add(
                "Response",
                "Who counts",
                "A form counts when at least half of its questions were answered. Those who did not answer may think differently.");
    }

    private String response(Audience audience, Participation participation) {
        if (participation.responses() < report.minimum(audience)) {
            return "Fewer than %d answered.".formatted(report.minimum(audience));
        }
        Integer people = participation.people();
        String of = people == null ? "" : " of %d %s".formatted(people, audience.isTeam() ? "people" : "invited");
        String accounts = audience.isTeam() ? "" : " from %d accounts".formatted(participation.accounts());
        return "%d%s answered%s.".formatted(participation.responses(), of, accounts);
    }

    private void figures() {
        add(
                "Figures",
                "Mean",
                "The sum of the ratings divided by the number of ratings. “Did not encounter” and “can't judge” are no ratings and never count as a middle answer.");
        add(
                "Figures",
                "Gap",
                "What the team believes customers give it, minus what customers give it. Above 0: customers give less than the team expects.");
        add(
                "Figures",
                "Likely range",
                "The 95 % interval of the gap. It allows for few answers, for spread among them, and for people of one account thinking alike. It is calculated by the service from the structure of accounts, so it stands here as a value.");
        add(
                "Figures",
                "Did not meet it",
                "Share of the customers who answered and said that they did not encounter the touchpoint.");
        add(
                "Figures",
                "Rounding",
                "Figures are shown to 0.1 and shares to 1 %. Gaps are calculated before rounding, so a gap may differ by 0.1 from the difference of the two numbers shown.");
        add(
                "Figures",
                "Live formulas",
                "Where the sheet Counts gives totals, means, shares and gaps are formulas over them. Elsewhere they are values rounded by the service.");
        if (report.findings().engagement().teamScope() == TeamScope.THESE_PEOPLE) {
            add(
                    "Figures",
                    "Whom the team's figures describe",
                    "Decided before the field: exactly the people on the team today. For a team that answered in full, no allowance is made for chance on the team's side.");
        }
    }

    private void verdicts() {
        verdict(Verdict.SUPPRESSED, "Rule 1: one side has too few answers to be shown. No number.");
        verdict(
                Verdict.CLEAR_ABOVE,
                "Rule 2: more than chance even with all touchpoints looked at together (q at most 0.05, Benjamini–Hochberg), and at least the smallest gap that matters; customers give less than the team expects. The literature says “blind spot”.");
        verdict(
                Verdict.CLEAR_BELOW,
                "Rule 2, the other way round: customers give more than the team expects. The literature says “hidden strength”.");
        verdict(Verdict.ALIGNED, "Rule 3: the 90 % interval lies wholly within the smallest gap that matters.");
        verdict(
                Verdict.LEANING_ABOVE,
                "Rule 4: points to a gap (p at most 0.10) but is not settled, or its size is open.");
        verdict(Verdict.LEANING_BELOW, "Rule 4, the other way round.");
        verdict(Verdict.TOO_WIDE, "Rule 5: the likely range reaches more than a quarter of the scale to either side.");
        verdict(Verdict.NO_EVIDENCE, "None of the rules: the study neither shows a gap nor shows that there is none.");
        add(
                "Verdicts",
                "Order",
                "The first rule that fits decides. The sheet Gap table holds TRUE at the rule that decided.");
        add("Verdicts", "Small teams", "Small teams can show big gaps; they cannot prove agreement.");
        add(
                "Verdicts",
                "Named on the Summary",
                "Act first: the largest clear shortfall of experience against importance, over customers who gave both. Overestimated and underestimated: the largest clear gap each way. If none is clear, the largest probable one, marked “Not settled”.");
    }

    private void verdict(Verdict verdict, String words) {
        add("Verdicts", VerdictWords.labelled(FigureKind.PERCEPTION_GAP, verdict), words);
    }

    private void protection() {
        add(
                "Protection",
                "[c]",
                "Not shown, to protect the people who answered: too few answers, too few accounts, or a number from which a hidden one could be worked out.");
        add(
                "Protection",
                "≥ and ≤",
                "At an end of the scale the exact mean would tell what each person answered. It is shown as at least %s or at most 1.5; so is a gap with such a side."
                        .formatted(TextFormula.plain(report.scalePoints() - 0.5)));
        add(
                "Protection",
                "Counts",
                "Totals are given only for 10 or more answers of which at least 3 differ from the commonest: left out only where all are the same, they would tell just that. No row of this workbook is a person.");
    }

    private void columns() {
        String team = report.teamName();
        column("Customers who rated it", "Customers' numeric ratings of their experience.");
        column("Importance to customers", "Mean of how important customers call the touchpoint.");
        column("Customers give it", "Mean of the customers' ratings of their own experience.");
        column(team + " people who judged it", "People of the team who gave a number.");
        column(
                team + " believes customers give it",
                "Mean of the team's answers to how customers rate their experience.");
        column(
                "Importance in %s's own view".formatted(team),
                "Mean of how important the team's people call the touchpoint.");
        column("Rule 1 to rule 5", "TRUE at the rule that decided the verdict, written by the service.");
        column(team + " is higher", "TRUE where the team expects more than customers give.");
        column("Touchpoint key", "The touchpoint's stable name; formulas find their row by it.");
        column("Figure id of the gap", "Leads to the figure in the service: its counts, formula and wording.");
    }

    private void column(String name, String words) {
        add("Columns", name, words);
    }

    private void wording() {
        Questionnaire questionnaire = report.findings().questionnaire();
        for (String language : questionnaire.languages()) {
            Wording.find(language).ifPresent(wording -> {
                scale(wording, Measure.EXPERIENCE, "Scale of experience");
                scale(wording, Measure.IMPORTANCE, "Scale of importance");
                for (Audience audience : Audience.raters()) {
                    add(
                            "Wording, " + language,
                            "Way out, " + Words.audience(audience),
                            wording.questions(audience).wayOut());
                }
                for (Audience audience : Audience.raters()) {
                    questions(Form.of(questionnaire, audience, language));
                }
            });
        }
    }

    private void scale(Wording wording, Measure measure, String what) {
        add("Wording, " + wording.language(), what, String.join(" · ", wording.scale(report.scalePoints(), measure)));
    }

    private void questions(Form form) {
        for (FormQuestion question : form.questions()) {
            add("Wording, " + form.language(), Words.audience(form.audience()), Typed.clean(question.text()));
        }
    }
}
