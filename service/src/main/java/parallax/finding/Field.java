package parallax.finding;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a figure tells of itself, by the name it has in JSON and as a column; in the order told. Unrounded; in scale points
 * unless said otherwise.
 */
public enum Field {
    /** Answers of the audience; of the team (alignment gap: Sales) for gaps; pairs for a service gap. */
    N("n"),
    /** The other side's answers: customers for gaps of a team, Marketing for an alignment gap. */
    CUSTOMERS("n_customers"),
    /** Accounts (or persons, where no account is known) that the customers' answers come from; for teams persons. */
    ACCOUNTS("accounts"),
    /** Mean, gap, change, rate, index, score, or share in [0, 1]. */
    VALUE("value"),
    /** Standard error. */
    SE("se"),
    /** Degrees of freedom, fractional. */
    DF("df"),
    /** Lower end of the 95 % interval, clipped to the scale. */
    LOW("low"),
    /** Upper end of the 95 % interval, clipped to the scale. */
    HIGH("high"),
    /** Lower end of the 90 % interval. */
    LOW90("low90"),
    /** Upper end of the 90 % interval. */
    HIGH90("high90"),
    /** Two-sided p of "no gap". */
    P("p"),
    /** p of the equivalence test within ± the smallest gap that matters. */
    TOST_P("tost_p"),
    /** Benjamini–Hochberg adjusted p within the family. */
    Q("q"),
    /** Holm adjusted p within the family. */
    HOLM("holm"),

    /** Persons who did not encounter it or cannot judge it. */
    NOT_ENCOUNTERED("n_na"),
    /** Persons who were asked and left it open. */
    LEFT_OPEN("n_missing"),
    /** Share in [0, 1] of those who met it. */
    REACH("reach"),
    /** The mean on a scale from 0 to 100. */
    MEAN100("mean100"),
    /** Standard deviation of the answers. */
    SD("sd"),
    /** Standard error before the variance floor. */
    SE_RAW("se_raw_cr2"),
    /** Variance of the mean as a multiple of that of as many independent answers. */
    DEFF("deff"),
    /** Share in [0, 1] of the two lowest scale points. */
    BOTTOM_TWO("b2b"),
    /** Whether everybody answered the same. */
    ALL_SAME("all_same"),
    /** Whether spread and shares go to no client: fewer than ten answers, or all the same. */
    DISTRIBUTION_HIDDEN("distribution_hidden"),
    /** Whether the variance was raised to its floor. */
    FLOORED("floored"),
    /** By how much the weights shrink the effective number of answers, at least 1 (Kish). */
    KISH_DEFF("kish_deff"),
    /** Persons whose weight was cut. */
    TRIMMED("n_trimmed"),
    /** Response rate RR2 in [0, 1], where known: weights repair composition, not motivation. */
    RESPONSE_RATE("response_rate"),
    /** Answers that an equally certain sample of independent answers would have. */
    EFFECTIVE_N("n_eff"),

    /** Mean of the team; of Sales for an alignment gap. */
    MEAN_A("mean_a"),
    /** Mean of the other side. */
    MEAN_B("mean_b"),
    /** The gap in percent of the scale range. */
    GAP_PERCENT("gap_pct"),
    /** Whose answers the team's side is at a segment: the segment's, or ALL where the team was not split. */
    SCOPE_A("scope_a"),
    FLOORED_A("floored_a"),
    FLOORED_B("floored_b"),
    /** Lower end of the 95 % interval for exactly the people on the team today. */
    FPC_LOW("fpc_ci_lo"),
    /** Upper end of the 95 % interval for exactly the people on the team today. */
    FPC_HIGH("fpc_ci_hi"),
    /** Chance in [0, 1] that a member's answer is above a customer's, ties counted half. */
    THETA("theta"),
    BRUNNER_MUNZEL_P("brunner_munzel_p"),
    MANN_WHITNEY_P("mann_whitney_p"),
    /** 2θ − 1, in [−1, 1]. */
    CLIFFS_DELTA("cliffs_delta"),
    HEDGES_G("hedges_g"),
    /** Whether the test on ranks supports a clear verdict; true for other verdicts. */
    ORDINAL_AGREES("ordinal_agrees"),
    /** What a leaning leaves open: {@code existence} or {@code size}. */
    LEANING_REASON("leaning_reason"),
    /** The literature's word for a clear or leaning perception gap: {@code blind spot} or {@code hidden strength}. */
    LABEL("label"),

    /** Mean importance of the customers who gave both. */
    IMPORTANCE("imp"),
    /** Mean experience of the customers who gave both. */
    EXPERIENCE("perf"),
    /** p of the signed-rank test of importance against experience. */
    WILCOXON_P("wilcoxon_pratt_cc_p"),
    RANK("rank"),
    RANK_LOW("rank_lo"),
    RANK_HIGH("rank_hi"),
    /** Where the grid is divided by importance. */
    IMPORTANCE_LINE("q_imp_line"),
    /** Where the grid is divided by experience. */
    EXPERIENCE_LINE("q_perf_line"),
    /** Distance to the line. */
    IMPORTANCE_DISTANCE("d_imp"),
    IMPORTANCE_DISTANCE_LOW("d_imp_lo"),
    IMPORTANCE_DISTANCE_HIGH("d_imp_hi"),
    EXPERIENCE_DISTANCE("d_perf"),
    EXPERIENCE_DISTANCE_LOW("d_perf_lo"),
    EXPERIENCE_DISTANCE_HIGH("d_perf_hi"),
    /** By the means of the touchpoints. */
    QUADRANT("quadrant"),
    /** By the middle of the scale. */
    QUADRANT_MIDDLE("quadrant_mid"),
    /** Whether the 90 % intervals of both distances exclude 0. */
    FIRM("firm"),
    /** Whether importance is above experience. */
    BELOW_DIAGONAL("below_diagonal"),

    /** Name of the earlier wave. */
    WAVE_FROM("wave_from"),
    /** Name of this wave. */
    WAVE_TO("wave_to"),
    N_FROM("n_from"),
    N_TO("n_to"),
    /** Accounts, or persons where no account is known, that answered in both waves. */
    CLUSTERS_SHARED("clusters_shared"),

    /** Share in [0, 1] of answers 9 and 10. */
    PROMOTERS("promoters"),
    /** Share in [0, 1] of answers 0 to 6. */
    DETRACTORS("detractors"),
    /** Mean of the answers where the value is a share of them. */
    MEAN("mean"),
    MEAN_LOW("mean_lo"),
    MEAN_HIGH("mean_hi"),

    /** Touchpoints that stand behind an index. */
    TOUCHPOINTS("touchpoints"),
    /** By pair of audiences: its index, touchpoints, elevation, pattern_sd, raw_rms and spearman. */
    PAIRS("pairs"),
    /** Cronbach's α of the customers who rated every touchpoint. */
    ALPHA("alpha_raw"),
    /** Customers who rated every touchpoint. */
    N_COMPLETE("n_complete"),
    ITEMS("items"),

    COMPLETE("I"),
    PARTIAL("P"),
    REFUSED("R"),
    NO_REACTION("NC"),
    OTHER("O"),
    UNKNOWN("U"),
    NOT_ELIGIBLE("NE"),
    /** Share in [0, 1] of the unknown taken as eligible. */
    ELIGIBLE("e");

    private final String column;

    Field(String column) {
        this.column = column;
    }

    /** Its name in JSON and as a column. */
    public String column() {
        return column;
    }

    /** An empty map in the order of the fields. */
    static Map<Field, Object> map() {
        return new EnumMap<>(Field.class);
    }
}
