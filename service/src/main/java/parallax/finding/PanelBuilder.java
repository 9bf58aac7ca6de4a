package parallax.finding;

import static parallax.response.Response.NOT_ANSWERED;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;

/** Gathers the responses of one audience row by row and turns them into columns. */
final class PanelBuilder {

    private static final int FIRST_ROWS = 256;

    private final FieldedWave wave;
    private final Audience audience;
    private final int items;
    private final int variables;
    private final int stride;
    private final boolean[] asked;
    private final int questions;
    private final CodeBook accountCodes = new CodeBook();
    private final CodeBook personCodes = new CodeBook();

    /** Experience of all items, importance of all items, segments; one row after the other. */
    private byte[] cells;

    private int[] accounts = new int[FIRST_ROWS];
    private int[] persons = new int[FIRST_ROWS];
    private int rows;

    PanelBuilder(FieldedWave wave, Audience audience) {
        this.wave = wave;
        this.audience = audience;
        items = wave.items();
        variables = wave.segments().size();
        stride = 2 * items + variables;
        cells = new byte[FIRST_ROWS * stride];
        asked = new boolean[2 * items];
        for (Measure measure : Measure.values()) {
            if (wave.asks(audience, measure)) {
                for (int item : wave.askedItems(audience)) {
                    asked[measure.ordinal() * items + item] = true;
                }
            }
        }
        questions = (int) IntStream.range(0, asked.length).filter(i -> asked[i]).count();
    }

    void add(Response response) {
        if (rows == accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * rows);
            persons = Arrays.copyOf(persons, 2 * rows);
            cells = Arrays.copyOf(cells, Math.multiplyExact(2 * rows, stride));
        }
        int at = rows * stride;
        copy(response.experience(), at, items);
        copy(response.importance(), at + items, items);
        copy(response.segments(), at + 2 * items, variables);
        // In a team everybody speaks for themselves: a team member's account would make one cluster of the team.
        accounts[rows] = audience.isTeam() ? CodeBook.NONE : accountCodes.numberOf(response.account());
        persons[rows] = personCodes.numberOf(response.person());
        rows++;
    }

    private void copy(byte[] from, int at, int most) {
        System.arraycopy(from, 0, cells, at, Math.min(from.length, most));
    }

    Panel build() {
        boolean merged = hasTwice();
        int[] person = merged ? personCodes.ranked(Arrays.copyOf(persons, rows)) : persons;
        int[] account = accountCodes.ranked(Arrays.copyOf(accounts, rows));
        if (merged) {
            oneAccountAPerson(person, account);
        }
        int[] order = IntStream.range(0, rows).toArray();
        if (merged) {
            order = stablySorted(order, person, personCodes.size());
        }
        boolean[] stays = new boolean[rows];
        int breakOffs = markThoseWhoStay(order, merged ? person : null, stays);
        order = Arrays.stream(order).filter(row -> stays[row]).toArray();
        order = stablySorted(order, account, accountCodes.size());
        return panel(order, pick(account, order), merged ? pick(person, order) : null, breakOffs);
    }

    private Panel panel(int[] order, int[] account, int @Nullable [] person, int breakOffs) {
        int people = 0;
        int clusters = 0;
        for (int i = 0; i < order.length; i++) {
            if (person == null || startsPerson(person, i)) {
                people++;
                clusters += account[i] == CodeBook.NONE ? 1 : 0;
            }
            clusters += account[i] != CodeBook.NONE && (i == 0 || account[i] != account[i - 1]) ? 1 : 0;
        }
        byte[][][] columns = new byte[2][items][];
        for (int item = 0; item < items; item++) {
            columns[Measure.EXPERIENCE.ordinal()][item] = column(order, item);
            columns[Measure.IMPORTANCE.ordinal()][item] = column(order, items + item);
        }
        return new Panel(audience, order.length, columns, account, person, groups(order), people, clusters, breakOffs);
    }

    private int[][][] groups(int[] order) {
        int[][][] groups = new int[variables][][];
        for (int variable = 0; variable < variables; variable++) {
            byte[] values = column(order, 2 * items + variable);
            groups[variable] =
                    rowsByValue(values, wave.segments().get(variable).values().size());
        }
        return groups;
    }

    private static int[][] rowsByValue(byte[] values, int mostValue) {
        int[] counts = new int[mostValue + 1];
        for (byte value : values) {
            counts[value & 0xff]++;
        }
        int[][] rowsOfValue = new int[mostValue + 1][];
        for (int value = 0; value <= mostValue; value++) {
            rowsOfValue[value] = new int[counts[value]];
        }
        int[] filled = new int[mostValue + 1];
        for (int row = 0; row < values.length; row++) {
            int value = values[row] & 0xff;
            rowsOfValue[value][filled[value]++] = row;
        }
        return rowsOfValue;
    }

    private byte[] column(int[] order, int offset) {
        byte[] column = new byte[order.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = cells[order[i] * stride + offset];
        }
        return column;
    }

    /** Less than half of the questions answered is a break-off; a question counts once a person, in whichever row. */
    private int markThoseWhoStay(int[] order, int @Nullable [] person, boolean[] stays) {
        int breakOffs = 0;
        int start = 0;
        while (start < rows) {
            int end = start + 1;
            while (person != null && end < rows && isSame(person[order[start]], person[order[end]])) {
                end++;
            }
            boolean enough = 2 * answered(order, start, end) >= questions;
            for (int i = start; i < end; i++) {
                stays[order[i]] = enough;
            }
            breakOffs += enough ? 0 : 1;
            start = end;
        }
        return breakOffs;
    }

    private int answered(int[] order, int start, int end) {
        int answered = 0;
        for (int question = 0; question < asked.length; question++) {
            if (asked[question]) {
                int i = start;
                while (i < end && cells[order[i] * stride + question] == NOT_ANSWERED) {
                    i++;
                }
                answered += i < end ? 1 : 0;
            }
        }
        return answered;
    }

    private static void oneAccountAPerson(int[] person, int[] account) {
        int[] lowest = new int[person.length];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int row = 0; row < person.length; row++) {
            if (person[row] != CodeBook.NONE && account[row] != CodeBook.NONE) {
                lowest[person[row]] = Math.min(lowest[person[row]], account[row]);
            }
        }
        for (int row = 0; row < person.length; row++) {
            if (person[row] != CodeBook.NONE && lowest[person[row]] != Integer.MAX_VALUE) {
                account[row] = lowest[person[row]];
            }
        }
    }

    private boolean hasTwice() {
        return Arrays.stream(persons, 0, rows)
                        .filter(number -> number != CodeBook.NONE)
                        .count()
                > personCodes.size();
    }

    static boolean startsPerson(int[] person, int i) {
        return i == 0 || !isSame(person[i - 1], person[i]);
    }

    private static boolean isSame(int person, int other) {
        return person == other && person != CodeBook.NONE;
    }

    /** Rows by key, those without one last, otherwise as they stood. */
    private static int[] stablySorted(int[] order, int[] key, int keys) {
        int[] starts = new int[keys + 2];
        for (int row : order) {
            starts[bucket(key[row], keys) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[starts[bucket(key[row], keys)]++] = row;
        }
        return sorted;
    }

    private static int bucket(int key, int keys) {
        return key == CodeBook.NONE ? keys : key;
    }

    private static int[] pick(int[] values, int[] order) {
        return Arrays.stream(order).map(row -> values[row]).toArray();
    }
}
