package parallax.release;

import java.util.List;
import java.util.Locale;
import parallax.finding.FigureKey.Segment;
import parallax.finding.Findings;
import parallax.finding.ReleaseDraft;
import parallax.finding.ReleaseDraft.Offence;
import parallax.finding.ReleasedCell;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.web.InputError;

/** Tells in words which groups stand in the way of a release, and what to do. */
final class Offences {

    private final Questionnaire questionnaire;
    private final Engagement engagement;

    private Offences(Findings findings) {
        questionnaire = findings.questionnaire();
        engagement = findings.engagement();
    }

    static List<InputError> of(ReleaseDraft draft) {
        Offences words = new Offences(draft.findings());
        return draft.offences().stream().map(words::error).toList();
    }

    private InputError error(Offence offence) {
        return InputError.field("/segments", words(offence.cell()), advice(offence));
    }

    /** Such as "Product demo, experience of customers, region North". */
    private String words(ReleasedCell cell) {
        String of = "%s of %s".formatted(cell.question(), words(cell.audience()));
        Segment segment = cell.segment();
        String where = segment == null ? "all" : segment.variable() + " " + segment.value();
        return cell.touchpoint() == null
                ? "%s, %s".formatted(of, where)
                : "%s, %s, %s".formatted(label(cell.touchpoint()), of, where);
    }

    private String label(String touchpoint) {
        return questionnaire.touchpoints().stream()
                .filter(known -> known.key().equals(touchpoint))
                .map(known -> known.label(questionnaire.defaultLanguage()))
                .findFirst()
                .orElse(touchpoint);
    }

    private static String words(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    private String advice(Offence offence) {
        return switch (offence.reason()) {
            case CHANGED ->
                "Other answers stand behind it than when it was released; the two versions together would tell what the"
                        + " difference said. Bring the answers back as they were, or ask anew in another wave.";
            case FOLLOWS -> follows(offence.cell());
        };
    }

    private String follows(ReleasedCell cell) {
        String few = cell.audience().isTeam()
                ? "%d people".formatted(engagement.minimumTeam())
                : "%d people or %d accounts".formatted(engagement.minimumGroup(), engagement.minimumAccounts());
        Segment segment = cell.segment();
        String what = segment == null
                ? "Release fewer segment variables, or none."
                : "Release without the segment variable %s, if it was not released before."
                        .formatted(segment.variable().toLowerCase(Locale.ROOT));
        return "Adding and subtracting it and the others named here gives a number about fewer than %s. %s"
                .formatted(few, what);
    }
}
