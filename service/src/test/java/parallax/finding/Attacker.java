package parallax.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;
import parallax.study.SegmentVariable;

/**
 * Someone who knows who stands in which cell and every number that was told, and looks for a small group whose answers follow.
 * Written apart from the engine: it tries every group that is too small, and asks whether some combination of the cells
 * vanishes outside it, that is, whether the cells have a lower rank without the group.
 */
final class Attacker {

    private static final long PRIME = 2_147_483_647;

    private final Audience audience;
    private final List<List<Response>> persons;
    private final List<SegmentVariable> segments;

    Attacker(WaveFixture wave, Audience audience) {
        this.audience = audience;
        segments = wave.fieldedWave().segments();
        Map<String, List<Response>> byPerson = new LinkedHashMap<>();
        for (Response response : wave.responses()) {
            if (response.audience() == audience) {
                byte[] person = response.person();
                String name = person == null ? response.id().toString() : Arrays.toString(person);
                byPerson.computeIfAbsent(name, any -> new ArrayList<>()).add(response);
            }
        }
        persons = List.copyOf(byPerson.values());
    }

    /** One told number: of whom. A null segment is the total. */
    record Told(String question, FigureKey.@Nullable Segment segment) {}

    /** Whether the answers of fewer than so many persons to a question follow. */
    boolean findsPersons(Collection<Told> told, String question, int item, int minimum) {
        return finds(told, question, item, minimum, false);
    }

    /** Whether those of persons from fewer than so many accounts follow. */
    boolean findsAccounts(Collection<Told> told, String question, int item, int minimum) {
        return finds(told, question, item, minimum, true);
    }

    /**
     * Whether counts alone (numbers, "did not encounter", left open, and their share, reach) tell of a group of which nobody gave
     * a number. Beside each number of a cell they are told, and each is a sum over everyone in it: what a person gave in the
     * rows that stand there. Whatever vanishes on all who gave a number must vanish on the others too.
     */
    boolean findsThoseWithoutANumber(Collection<Told> told, String question, int item) {
        List<Told> cells = told.stream()
                .filter(cell -> cell.question().equals(question))
                .distinct()
                .toList();
        List<List<long[]>> columns = new ArrayList<>();
        Set<Integer> without = new HashSet<>();
        for (List<Response> rows : persons) {
            if (rows.stream().anyMatch(Attacker::isKept)) {
                if (!rows.stream().allMatch(row -> has(row, question, item))) {
                    without.add(columns.size());
                }
                columns.add(countColumns(rows, cells));
            }
        }
        return rank(columns, cells.size(), without) < rank(columns, cells.size(), Set.of());
    }

    /** One for each set of a person's rows that some cell counts together. */
    private List<long[]> countColumns(List<Response> rows, List<Told> cells) {
        List<List<Response>> counted = cells.stream()
                .map(cell -> rows.stream().filter(row -> stands(row, cell)).toList())
                .toList();
        return counted.stream()
                .distinct()
                .filter(some -> !some.isEmpty())
                .map(some -> counted.stream()
                        .mapToLong(other -> other.equals(some) ? 1 : 0)
                        .toArray())
                .toList();
    }

    /** Who answered nothing at all broke off. */
    private static boolean isKept(Response row) {
        return row.experience()[0] != Response.NOT_ANSWERED || row.importance()[0] != Response.NOT_ANSWERED;
    }

    private boolean finds(Collection<Told> told, String question, int item, int minimum, boolean accounts) {
        List<Told> cells = told.stream()
                .filter(cell -> cell.question().equals(question))
                .distinct()
                .toList();
        // Persons with the same coefficients everywhere go together; so do all of an account.
        Map<String, Map<String, long[]>> columns = new TreeMap<>();
        Map<String, Set<String>> members = new TreeMap<>();
        for (int person = 0; person < persons.size(); person++) {
            List<Response> rows = persons.get(person).stream()
                    .filter(row -> has(row, question, item))
                    .toList();
            if (!rows.isEmpty()) {
                List<long[]> coefficients =
                        rows.stream().map(row -> column(row, rows, cells)).toList();
                List<String> keys =
                        coefficients.stream().map(Arrays::toString).sorted().toList();
                String name = accounts ? account(person) : "person" + person;
                String key = accounts ? name : keys.toString();
                Map<String, long[]> ofGroup = columns.computeIfAbsent(key, any -> new TreeMap<>());
                coefficients.forEach(column -> ofGroup.put(Arrays.toString(column), column));
                members.computeIfAbsent(key, any -> new HashSet<>()).add(name);
            }
        }
        List<List<long[]>> groups = columns.values().stream()
                .map(ofGroup -> List.copyOf(ofGroup.values()))
                .toList();
        List<Set<String>> who = List.copyOf(members.values());
        int all = rank(groups, cells.size(), new HashSet<>());
        return all > 0 && anySmall(groups, who, cells.size(), all, minimum, 0, new HashSet<>(), new HashSet<>());
    }

    private static boolean anySmall(
            List<List<long[]>> groups,
            List<Set<String>> who,
            int cells,
            int all,
            int minimum,
            int from,
            Set<Integer> taken,
            Set<String> spent) {
        boolean grew = false;
        for (int group = from; group < groups.size(); group++) {
            Set<String> more = new HashSet<>(spent);
            more.addAll(who.get(group));
            if (more.size() < minimum) {
                grew = true;
                Set<Integer> with = new HashSet<>(taken);
                with.add(group);
                if (anySmall(groups, who, cells, all, minimum, group + 1, with, more)) {
                    return true;
                }
            }
        }
        return !grew && !taken.isEmpty() && rank(groups, cells, taken) < all;
    }

    private static int rank(List<List<long[]>> groups, int cells, Set<Integer> without) {
        long[][] rows = IntStream.range(0, groups.size())
                .filter(group -> !without.contains(group))
                .boxed()
                .flatMap(group -> groups.get(group).stream())
                .map(long[]::clone)
                .toArray(long[][]::new);
        int rank = 0;
        for (int cell = 0; cell < cells; cell++) {
            int pivot = rank;
            while (pivot < rows.length && rows[pivot][cell] == 0) {
                pivot++;
            }
            if (pivot < rows.length) {
                long[] row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank] = row;
                for (int i = rank + 1; i < rows.length; i++) {
                    long factor = rows[i][cell];
                    if (factor != 0) {
                        for (int j = cell; j < cells; j++) {
                            long difference = rows[i][j] * row[cell] % PRIME - row[j] * factor % PRIME;
                            rows[i][j] = difference < 0 ? difference + PRIME : difference;
                        }
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    /** The weight of one row in each cell: one over the person's rows with a number there. */
    private long[] column(Response row, List<Response> ofPerson, List<Told> cells) {
        return cells.stream()
                .mapToLong(cell -> stands(row, cell)
                        ? inverse(ofPerson.stream()
                                .filter(other -> stands(other, cell))
                                .count())
                        : 0)
                .toArray();
    }

    private boolean stands(Response row, Told cell) {
        FigureKey.Segment segment = cell.segment();
        if (segment == null) {
            return true;
        }
        for (int variable = 0; variable < segments.size(); variable++) {
            SegmentVariable planned = segments.get(variable);
            if (planned.variable().equals(segment.variable())) {
                int value = row.segments()[variable];
                return value == planned.values().indexOf(segment.value()) + 1 || audience.isTeam() && value == 0;
            }
        }
        throw new IllegalArgumentException("no such segment");
    }

    private String account(int person) {
        byte[] account = persons.get(person).get(0).account();
        return account == null ? "alone" + person : Arrays.toString(account);
    }

    private static boolean has(Response row, String question, int item) {
        return switch (question) {
            case "experience" -> isNumber(row.experience()[item]);
            case "importance" -> isNumber(row.importance()[item]);
            default -> isNumber(row.experience()[item]) && isNumber(row.importance()[item]);
        };
    }

    private static boolean isNumber(byte code) {
        return code != Response.NOT_ANSWERED && code != Response.NOT_ENCOUNTERED;
    }

    private static long inverse(long number) {
        long result = 1;
        long square = number;
        for (long left = PRIME - 2; left > 0; left >>= 1) {
            result = (left & 1) == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }

    /** What figures that are shown tell of an audience. */
    static Set<Told> told(Collection<FigureKey> shown, Audience audience, Set<FigureKey> split) {
        Set<Told> told = new HashSet<>();
        for (FigureKey key : shown) {
            String measure = key.measure().code();
            switch (key.kind()) {
                case MEAN, TOP2, REACH -> {
                    if (key.audience() == audience) {
                        told.add(new Told(measure, key.segment()));
                    }
                }
                case PERCEPTION_GAP, PRIORITY_GAP, TOP2_GAP -> {
                    if (audience == Audience.CUSTOMER || key.team() == audience) {
                        told.add(new Told(measure, segment(key, audience, split)));
                    }
                }
                case SERVICE_GAP -> {
                    if (audience == Audience.CUSTOMER) {
                        told.add(new Told("pairs", key.segment()));
                        for (Measure each : Measure.values()) {
                            told.add(new Told(each.code(), key.segment()));
                        }
                    }
                }
                default -> {}
            }
        }
        return told;
    }

    /** A team that is not split stands as a whole beside the customers of a segment. */
    private static FigureKey.@Nullable Segment segment(FigureKey key, Audience audience, Set<FigureKey> split) {
        return split.contains(FigureKey.mean(key.measure(), audience, key.requireTouchpoint(), key.segment()))
                ? key.segment()
                : null;
    }
}
