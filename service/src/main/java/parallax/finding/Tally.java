package parallax.finding;

import static parallax.response.Response.NOT_ENCOUNTERED;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parallax.statistics.ClusteredMean;
import parallax.statistics.Clusters;

/** Counts one column of a panel, for all its rows or those of a group. Reuses its memory: one thread, one panel. */
final class Tally {

    private static final int MOST_CODES = 256;
    private static final int NA = NOT_ENCOUNTERED & 0xff;

    private final Panel panel;
    private final Clusters clusters = new Clusters();
    private final int[] codes = new int[MOST_CODES];
    /** Ratings of rows that are a cluster of their own. */
    private final int[] alone = new int[MOST_CODES];

    private int account;
    private int accountAnswers;
    private double accountSum;

    Tally(Panel panel) {
        this.panel = panel;
    }

    Cell all(byte[] column) {
        return of(column, null);
    }

    /**
     * Counts a group.
     *
     * @param rows ascending
     */
    Cell of(byte[] column, int @Nullable [] rows) {
        clusters.clear();
        account = CodeBook.NONE;
        accountAnswers = 0;
        accountSum = 0;
        int size = rows == null ? panel.rows() : rows.length;
        int[] persons = panel.persons();
        return persons == null ? ofRows(column, rows, size) : ofPersons(column, rows, size, persons);
    }

    private Cell ofRows(byte[] column, int @Nullable [] rows, int size) {
        Arrays.fill(codes, 0);
        Arrays.fill(alone, 0);
        int[] accounts = panel.accounts();
        for (int i = 0; i < size; i++) {
            int row = rows == null ? i : rows[i];
            int code = column[row] & 0xff;
            codes[code]++;
            if (code != 0 && code != NA) {
                if (accounts[row] == CodeBook.NONE) {
                    alone[code]++;
                } else {
                    inAccount(accounts[row], code);
                }
            }
        }
        endAccount();
        for (int code = 1; code < NA; code++) {
            if (alone[code] > 0) {
                clusters.add(1, code, alone[code]);
            }
        }
        return cell(codes[NA], codes[0], Arrays.copyOf(codes, NA));
    }

    /** As {@link #ofRows}, where a person's number is the mean of the numbers in their rows. */
    private Cell ofPersons(byte[] column, int @Nullable [] rows, int size, int[] persons) {
        int notEncountered = 0;
        int leftOpen = 0;
        int i = 0;
        while (i < size) {
            int first = rows == null ? i : rows[i];
            int numbers = 0;
            int sum = 0;
            boolean saysNa = false;
            int row = first;
            do {
                int code = column[row] & 0xff;
                saysNa |= code == NA;
                if (code != 0 && code != NA) {
                    numbers++;
                    sum += code;
                }
                i++;
                row = i < size ? rows == null ? i : rows[i] : -1;
            } while (row >= 0 && persons[row] == persons[first] && persons[first] != CodeBook.NONE);
            if (numbers > 0) {
                person(panel.accounts()[first], (double) sum / numbers);
            } else if (saysNa) {
                notEncountered++;
            } else {
                leftOpen++;
            }
        }
        endAccount();
        return cell(notEncountered, leftOpen, null);
    }

    private void person(int accountOfPerson, double number) {
        if (accountOfPerson == CodeBook.NONE) {
            endAccount();
            clusters.add(1, number);
        } else {
            inAccount(accountOfPerson, number);
        }
    }

    private void inAccount(int accountOfRow, double number) {
        if (accountOfRow != account) {
            endAccount();
            account = accountOfRow;
        }
        accountAnswers++;
        accountSum += number;
    }

    private void endAccount() {
        if (accountAnswers > 0) {
            clusters.add(accountAnswers, accountSum);
        }
        account = CodeBook.NONE;
        accountAnswers = 0;
        accountSum = 0;
    }

    private Cell cell(int notEncountered, int leftOpen, int @Nullable [] ratings) {
        return new Cell(
                clusters.answers(),
                notEncountered,
                leftOpen,
                clusters.count(),
                clusters.largest(),
                clusters.count() == 0 ? null : ClusteredMean.of(clusters),
                ratings);
    }
}
