package parallax.diagnostic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Flag;

/**
 * The diagnostic as the API tells it, in the manner of figures: what is suppressed has no number, what does not exist is absent.
 *
 * @param smallestGap in scale points
 * @param minimum fewest people a number stands on
 */
@Schema(name = "Diagnostic")
record DiagnosticJson(int scalePoints, double smallestGap, int minimum, List<String> audiences, List<ItemJson> items) {

    static DiagnosticJson from(Diagnostic diagnostic) {
        return new DiagnosticJson(
                diagnostic.scalePoints(),
                diagnostic.smallestGap(),
                diagnostic.minimum(),
                diagnostic.audiences().stream().map(audience -> audience.code()).toList(),
                diagnostic.items().stream().map(ItemJson::from).toList());
    }

    /** A statement. */
    @Schema(name = "DiagnosticItem")
    record ItemJson(
            String item,

            @Schema(allowableValues = {"seven_signs", "common_mistakes", "remedies", "other"})
            String section,

            String text,
            List<ViewJson> views,
            List<GapJson> gaps) {

        static ItemJson from(Diagnostic.Item item) {
            return new ItemJson(
                    item.key(),
                    item.section().code(),
                    item.text(),
                    item.views().stream().map(ViewJson::from).toList(),
                    item.gaps().stream().map(GapJson::from).toList());
        }
    }

    /** What an audience says to a statement. */
    @Schema(name = "DiagnosticView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ViewJson(
            String audience,
            @Nullable Boolean suppressed,
            @Nullable String reason,
            @Nullable Integer n,
            @Nullable Integer cannotJudge,
            @Nullable Integer leftOpen,

            @Schema(description = "Mean in scale points, the highest for the strongest agreement") @Nullable
            Double value,

            @Nullable Double se,
            @Nullable Double df,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(
                    description =
                            "Share of those who agree: the two highest points; told of ten people or more, of whom three differ from the commonest answer")
            @Nullable
            Double agreeing,

            @Nullable List<String> flags) {

        static ViewJson from(View view) {
            View.Estimate one = view.estimate();
            Suppression reason = view.suppressed();
            if (one == null) {
                return new ViewJson(
                        view.audience().code(),
                        true,
                        reason == null ? null : reason.code(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            return new ViewJson(
                    view.audience().code(),
                    null,
                    null,
                    one.n(),
                    one.cannotJudge(),
                    one.leftOpen(),
                    one.mean(),
                    one.se(),
                    one.df(),
                    one.low(),
                    one.high(),
                    one.agreeing(),
                    codes(one.flags()));
        }
    }

    /** How much more an audience agrees than another. */
    @Schema(name = "DiagnosticGap")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GapJson(
            String audience,
            String against,
            @Nullable Boolean suppressed,
            @Nullable String reason,
            @Nullable Integer n,
            @Nullable Integer nAgainst,

            @Schema(description = "Mean of the audience less mean of the other, in scale points") @Nullable
            Double value,

            @Nullable Double gapPercent,
            @Nullable Double se,
            @Nullable Double df,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double low90,
            @Nullable Double high90,
            @Nullable Double p,
            @Nullable Double tostP,
            @Nullable Double q,
            @Nullable Double holm,
            @Nullable Double theta,
            @Nullable Double brunnerMunzelP,
            String verdict,
            @Nullable List<String> flags) {

        static GapJson from(ViewGap gap) {
            ViewGap.Estimate one = gap.estimate();
            return one == null ? suppressed(gap) : measured(gap, one, one.spread());
        }

        private static GapJson suppressed(ViewGap gap) {
            Suppression reason = gap.suppressed();
            return new GapJson(
                    gap.audience().code(),
                    gap.against().code(),
                    true,
                    reason == null ? null : reason.code(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    gap.verdict().code(),
                    null);
        }

        private static GapJson measured(ViewGap gap, ViewGap.Estimate one, ViewGap.Spread spread) {
            return new GapJson(
                    gap.audience().code(),
                    gap.against().code(),
                    null,
                    null,
                    one.n(),
                    one.nAgainst(),
                    one.value(),
                    one.percent(),
                    spread.se(),
                    finite(spread.df()),
                    spread.low(),
                    spread.high(),
                    spread.low90(),
                    spread.high90(),
                    spread.p(),
                    spread.tostP(),
                    one.q(),
                    one.holm(),
                    one.ranks().theta(),
                    finite(one.ranks().p()),
                    one.verdict().code(),
                    codes(one.flags()));
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static List<String> codes(Set<Flag> flags) {
        return flags.stream().map(Flag::code).sorted().toList();
    }
}
