package parallax.results;

import java.util.Arrays;
import java.util.List;
import parallax.disclosure.Suppression;
import parallax.finding.Figure;
import parallax.finding.Flag;
import parallax.finding.Rounding;
import parallax.study.Engagement;

/** What a reader must know besides a figure's numbers, and why there are none, in words. */
final class Notes {

    private Notes() {}

    /** One short phrase a flag, in their order. */
    static List<String> of(Figure figure) {
        Figure.Estimate estimate = figure.estimate();
        return estimate == null
                ? List.of()
                : Arrays.stream(Flag.values())
                        .filter(flag -> estimate.flags().contains(flag.code()))
                        .map(flag -> words(flag, figure))
                        .toList();
    }

    private static String words(Flag flag, Figure figure) {
        return switch (flag) {
            case FLOORED -> "few or equal answers: its range is kept from being too narrow";
            case NO_SPREAD -> withoutSpread(figure);
            case DOMINATED -> "dominated by one account";
            case LOW_REACH -> "few customers met this";
            case CENSUS -> "all of the team answered";
            case THESE_PEOPLE -> "holds for exactly the people on the team today";
            case ORDINAL_DISAGREES -> "rests on few extreme answers — see the distribution";
            case CHANGES_WITHOUT_FLAGGED -> "another verdict without those who rated everything alike";
            case WEIGHTED -> "customers weighted to known margins";
            case NOT_COMPARABLE -> "its wording or scale changed: break in series";
        };
    }

    private static String withoutSpread(Figure figure) {
        boolean team =
                figure.key().audience() != null && figure.key().audience().isTeam();
        boolean unchanged = Rounding.withoutNoise(figure.requireEstimate().value()) == 0;
        String what = unchanged
                ? team ? "nobody's answers changed" : "no account's answers changed"
                : team ? "everybody's answers changed alike" : "every account's answers changed alike";
        return what + ": chance has no range to be told from them";
    }

    /** Why a figure is not shown, as a sentence. */
    static String because(Suppression reason, Engagement engagement) {
        return switch (reason) {
            case FEWER_THAN_MINIMUM ->
                "Fewer answers than the agreed minimum (%d customers, %d of a team): a number could point at single people."
                        .formatted(engagement.minimumGroup(), engagement.minimumTeam());
            case TOO_FEW_ACCOUNTS ->
                "The answers come from fewer than %d accounts: a number could point at one of them."
                        .formatted(engagement.minimumAccounts());
            case COMPLEMENTARY ->
                "With the figures shown beside it, the hidden ones could be worked out: it is hidden with them.";
            case DOMINATED ->
                "One account gave more than half of the answers: a number would tell what that account said.";
            case EXTREME -> "The answers are few, or nearly all alike: a number would tell what each person said.";
        };
    }

    /** The same in a few words, for a table. */
    static String shortly(Suppression reason) {
        return switch (reason) {
            case FEWER_THAN_MINIMUM -> "fewer answers than the minimum";
            case TOO_FEW_ACCOUNTS -> "too few accounts";
            case COMPLEMENTARY -> "else a hidden figure could be worked out";
            case DOMINATED -> "one account gave most answers";
            case EXTREME -> "few answers, or nearly all alike";
        };
    }
}
