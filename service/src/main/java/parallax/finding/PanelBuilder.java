package parallax.finding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;

/** Gathers the responses of one audience row by row and turns them into columns. */
final class PanelBuilder {

    private static final int FIRST_ROWS = 256;

    private final Audience audience;
    private final int items;
    private final int variables;
    private final boolean[] asked;
    private final CodeBook accountCodes = new CodeBook();
    private final CodeBook personCodes = new CodeBook();

    /** Experience of all items, importance of all items, segments, numbers. */
    private final Cells cells;

    private int[] accounts = new int[FIRST_ROWS];
    private int[] persons = new int[FIRST_ROWS];
    private long @Nullable [][] ids;
    private int rows;

    /** @param withIds whether the panel is to know the ids of its responses */
    PanelBuilder(FieldedWave wave, Audience audience, boolean withIds) {
        this.audience = audience;
        items = wave.items();
        variables = wave.segments().size();
        cells = new Cells(2 * items + variables + Response.NUMBERS);
        ids = withIds ? new long[2][FIRST_ROWS] : null;
        asked = new boolean[2 * items];
        for (Measure measure : Measure.values()) {
            if (wave.asks(audience, measure)) {
                for (int item : wave.askedItems(audience)) {
                    asked[measure.ordinal() * items + item] = true;
                }
            }
        }
    }

    void add(Response response) {
        if (rows == accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * rows);
            persons = Arrays.copyOf(persons, 2 * rows);
            ids = ids == null ? null : new long[][] {Arrays.copyOf(ids[0], 2 * rows), Arrays.copyOf(ids[1], 2 * rows)};
        }
        cells.addRow();
        cells.put(0, response.experience(), items);
        cells.put(items, response.importance(), items);
        cells.put(2 * items, response.segments(), variables);
        cells.put(2 * items + variables, response.numbers(), Response.NUMBERS);
        // In a team everybody speaks for themselves: a team member's account would make one cluster of the team.
        accounts[rows] = audience.isTeam() ? CodeBook.NONE : accountCodes.numberOf(response.account());
        persons[rows] = personCodes.numberOf(response.person());
        if (ids != null) {
            ids[0][rows] = response.id().getMostSignificantBits();
            ids[1][rows] = response.id().getLeastSignificantBits();
        }
        rows++;
    }

    Panel build() {
        boolean merged = hasTwice();
        int[] account = accountCodes.ranked(Arrays.copyOf(accounts, rows));
        int[] person = null;
        int[] order = IntStream.range(0, rows).toArray();
        if (merged) {
            person = personCodes.ranked(Arrays.copyOf(persons, rows));
            oneAccountAPerson(person, account);
            order = stablySorted(order, person, personCodes.size());
        }
        AnswerQuality quality = new AnswerQuality(cells, asked);
        quality.judge(order, person);
        order = Arrays.stream(order).filter(quality::stays).toArray();
        Patterns patterns = Patterns.of(rows, segments());
        if (!merged) {
            // One run an account and pattern.
            order = stablySorted(order, patterns.ofRow(), patterns.values().length);
        }
        order = stablySorted(order, account, accountCodes.size());
        sortByAnswers(order, account, merged);
        return panel(order, account, person, patterns, quality);
    }

    private byte[][] segments() {
        byte[][] segments = new byte[variables][rows];
        for (int variable = 0; variable < variables; variable++) {
            for (int row = 0; row < rows; row++) {
                segments[variable][row] = cells.at(row, 2 * items + variable);
            }
        }
        return segments;
    }

    /** Persons of whom no account is known, and no code that tells what is theirs, have no order of their own. */
    private void sortByAnswers(int[] order, int[] account, boolean merged) {
        int from = order.length;
        while (from > 0
                && account[order[from - 1]] == CodeBook.NONE
                && !(merged && persons[order[from - 1]] != CodeBook.NONE)) {
            from--;
        }
        Integer[] tail = Arrays.stream(order, from, order.length).boxed().toArray(Integer[]::new);
        Arrays.sort(tail, cells::compare);
        for (int i = 0; i < tail.length; i++) {
            order[from + i] = tail[i];
        }
    }

    private Panel panel(
            int[] order, int[] accountOfRow, int @Nullable [] personOfRow, Patterns patterns, AnswerQuality quality) {
        int[] account = pick(accountOfRow, order);
        int[] person = personOfRow == null ? null : pick(personOfRow, order);
        int[] cluster = new int[order.length];
        int people = 0;
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            boolean starts = person == null || startsPerson(person, i);
            people += starts ? 1 : 0;
            count += startsCluster(account, i, starts) ? 1 : 0;
            cluster[i] = count - 1;
        }
        return new Panel(
                audience,
                order.length,
                columns(order),
                numbers(order),
                null,
                cluster,
                codes(order, account, cluster, count),
                person,
                Runs.of(cluster, pick(patterns.ofRow(), order), patterns.values()),
                ids == null ? null : ids(order, ids),
                people,
                count,
                quality.of(order));
    }

    private byte[][][] columns(int[] order) {
        byte[][][] columns = new byte[2][items][];
        for (int item = 0; item < items; item++) {
            columns[Measure.EXPERIENCE.ordinal()][item] = cells.take(item, order);
            columns[Measure.IMPORTANCE.ordinal()][item] = cells.take(items + item, order);
        }
        return columns;
    }

    private byte[][] numbers(int[] order) {
        byte[][] numbers = new byte[Response.NUMBERS][];
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = cells.take(2 * items + variables + number, order);
        }
        return numbers;
    }

    private static boolean startsCluster(int[] account, int i, boolean startsPerson) {
        return account[i] == CodeBook.NONE ? startsPerson : i == 0 || account[i] != account[i - 1];
    }

    private Codes codes(int[] order, int[] account, int[] cluster, int count) {
        Codes codes = new Codes(count);
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || cluster[i] != cluster[i - 1]) {
                int row = order[i];
                boolean alone = account[i] == CodeBook.NONE;
                codes.set(cluster[i], alone ? personCodes.code(persons[row]) : accountCodes.code(accounts[row]));
            }
        }
        return codes;
    }

    private static long[][] ids(int[] order, long[][] ids) {
        return Arrays.stream(ids)
                .map(halves ->
                        Arrays.stream(order).mapToLong(row -> halves[row]).toArray())
                .toArray(long[][]::new);
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

    static boolean isSame(int person, int other) {
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
