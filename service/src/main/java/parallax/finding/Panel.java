package parallax.finding;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * The answers of one audience. Rows stand by account, those without one last; rows of one person stand together.
 *
 * @param columns by measure and item, a byte a row, coded as in {@link parallax.response.Response}
 * @param accounts rank of each row's account, {@link CodeBook#NONE} where every person is a cluster
 * @param persons rank of each row's person where some have several rows, else null: each row is a person
 * @param groups by segment variable and value (0: none), the rows in it, ascending
 * @param people persons left
 * @param clusters accounts, or persons without one, that they come from
 * @param breakOffs persons dropped
 */
record Panel(
        Audience audience,
        int rows,
        byte[][][] columns,
        int[] accounts,
        int @Nullable [] persons,
        int[][][] groups,
        int people,
        int clusters,
        int breakOffs) {

    byte[] column(Measure measure, int item) {
        return columns[measure.ordinal()][item];
    }

    /** Whether anybody of this audience carries a value of the variable. */
    boolean isSplitBy(int variable) {
        return groups[variable][0].length < rows;
    }
}
