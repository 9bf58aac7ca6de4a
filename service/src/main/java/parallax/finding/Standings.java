package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parallax.disclosure.Atom;
import parallax.response.Response;

/** Where the persons of a panel stand: which value each row has of each segment variable, counted column by column. */
final class Standings {

    private final Panel panel;
    private final int[][] values;
    /** By row of the panel, a position in the values. */
    private final int[] pattern;

    Standings(Panel panel) {
        this.panel = panel;
        Runs runs = panel.runs();
        values = runs.values();
        pattern = new int[panel.rows()];
        for (int run = 0; run < runs.count(); run++) {
            Arrays.fill(pattern, runs.starts()[run], runs.starts()[run + 1], runs.patterns()[run]);
        }
    }

    /**
     * The persons, with a number in a column or without, by where they stand, in an order that says nothing. Someone with
     * several rows stands in those with a number, and, if one has none, in all of them as one without.
     */
    List<Atom> atoms(byte[] column) {
        return atoms(column, 0);
    }

    /**
     * As above, with the accounts they come from.
     *
     * @param accounts how many to tell of an atom at most
     */
    List<Atom> atoms(byte[] column, int accounts) {
        Map<List<Integer>, Standing> found = new TreeMap<>(Standings::compare);
        if (panel.persons() == null) {
            countRows(column, found, accounts);
        } else {
            countPersons(column, found, accounts);
        }
        return found.entrySet().stream()
                .map(entry -> new Atom(
                        entry.getValue().persons,
                        entry.getValue().silent,
                        entry.getKey().stream()
                                .map(standing -> values[standing])
                                .toList(),
                        entry.getValue().accounts))
                .toList();
    }

    private void countRows(byte[] column, Map<List<Integer>, Standing> found, int accounts) {
        Standing[] standings = new Standing[values.length];
        for (int i = 0; i < standings.length; i++) {
            standings[i] = new Standing();
        }
        for (int row = 0; row < column.length; row++) {
            Standing standing = standings[pattern[row]];
            if (isNumber(column[row])) {
                standing.add(panel.clusters()[row], accounts);
            } else {
                standing.silent++;
            }
        }
        for (int i = 0; i < standings.length; i++) {
            if (standings[i].persons + standings[i].silent > 0) {
                found.put(List.of(i), standings[i]);
            }
        }
    }

    private void countPersons(byte[] column, Map<List<Integer>, Standing> found, int accounts) {
        int[] persons = panel.persons();
        int start = 0;
        while (start < column.length) {
            List<Integer> all = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            int end = start;
            do {
                all.add(pattern[end]);
                if (isNumber(column[end])) {
                    numbers.add(pattern[end]);
                }
                end++;
            } while (end < column.length && persons != null && !PanelBuilder.startsPerson(persons, end));
            if (!numbers.isEmpty()) {
                standing(found, numbers).add(panel.clusters()[start], accounts);
            }
            if (numbers.size() < all.size()) {
                standing(found, all).silent++;
            }
            start = end;
        }
    }

    private static Standing standing(Map<List<Integer>, Standing> found, List<Integer> patterns) {
        Collections.sort(patterns);
        return found.computeIfAbsent(patterns, any -> new Standing());
    }

    private static boolean isNumber(byte code) {
        return code != Response.NOT_ANSWERED && code != Response.NOT_ENCOUNTERED;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        return Arrays.compare(
                a.stream().mapToInt(Integer::intValue).toArray(),
                b.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Those who stand alike, while they are counted. */
    private static final class Standing {

        private int persons;
        private int silent;
        private int accountsTold;
        private final BitSet accounts = new BitSet();

        /** @param most accounts to tell at most */
        private void add(int account, int most) {
            persons++;
            if (accountsTold < most && !accounts.get(account)) {
                accounts.set(account);
                accountsTold++;
            }
        }
    }
}
