package parallax.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/**
 * Whole data sets with figures computed by R (clubSandwich, survey, brunnermunzel) and SciPy, to 12 digits. Answers are
 * as analysed: the last submission of a key, without those who broke off.
 */
record ReferenceData(String name, int scalePoints, List<Answer> answers) {

    /** Expected values are printed to 12 digits. */
    static final double TOLERANCE = 1e-9;

    private static final Path FOLDER = Path.of("../shared/data/fixtures");

    /** One row; a measure that is not a number is NaN. */
    record Answer(
            String wave,
            String audience,
            String cluster,
            String person,
            String segment,
            String touchpoint,
            double importance,
            double experience) {

        boolean isPair() {
            return !Double.isNaN(importance) && !Double.isNaN(experience);
        }

        double measure(String measure) {
            return measure.equals("importance") ? importance : experience;
        }
    }

    static ReferenceData ordinary() {
        return read("ordinary", 5);
    }

    static ReferenceData tiny() {
        return read("tiny", 7);
    }

    static List<ReferenceData> all() {
        return List.of(ordinary(), tiny());
    }

    private static ReferenceData read(String name, int scalePoints) {
        Set<List<String>> counted = new HashSet<>();
        for (NamedCsvRecord row : rows(FOLDER.resolve(name).resolve("expected/respondents.csv"))) {
            if (Set.of("complete", "partial").contains(row.getField("status"))) {
                counted.add(List.of(row.getField("wave"), row.getField("audience"), row.getField("respondent")));
            }
        }
        Map<List<String>, Answer> byKey = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(FOLDER.resolve(name).resolve("in/answers.csv"))) {
            Answer answer = answer(row);
            if (counted.contains(List.of(answer.wave(), answer.audience(), answer.person()))) {
                byKey.put(
                        List.of(
                                answer.wave(),
                                answer.audience(),
                                answer.person(),
                                answer.segment(),
                                answer.touchpoint()),
                        answer);
            }
        }
        return new ReferenceData(name, scalePoints, List.copyOf(byKey.values()));
    }

    private static Answer answer(NamedCsvRecord row) {
        String audience = row.getField("audience");
        String person = row.getField("respondent");
        String account = row.getField("account");
        return new Answer(
                row.getField("wave"),
                audience,
                audience.equals("customer") && !account.isEmpty() ? account : person,
                person,
                row.getField("segment"),
                row.getField("touchpoint"),
                number(row.getField("importance")),
                number(row.getField("experience")));
    }

    private static double number(String text) {
        return text.matches("\\d+") ? Integer.parseInt(text) : Double.NaN;
    }

    /** Rows of a table of expected figures. */
    List<NamedCsvRecord> expected(String table) {
        return rows(FOLDER.resolve(name).resolve("expected/" + table + ".csv"));
    }

    Path file(String path) {
        return FOLDER.resolve(name).resolve(path);
    }

    static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An expected number; NaN if there is none. */
    static double number(NamedCsvRecord row, String column) {
        String field = row.getField(column);
        return field.isEmpty() || field.equals("NA") ? Double.NaN : Double.parseDouble(field);
    }

    /** Who the row's figure is about. Team members without a segment count for each. */
    List<Answer> select(String wave, String audience, String segment, String touchpoint) {
        Predicate<Answer> inSegment = answer -> segment.equals("ALL")
                || answer.segment().equals(segment)
                || (!audience.equals("customer") && answer.segment().isEmpty());
        return answers.stream()
                .filter(answer -> answer.wave().equals(wave)
                        && answer.audience().equals(audience)
                        && answer.touchpoint().equals(touchpoint))
                .filter(inSegment)
                .toList();
    }

    /** What each cluster says to a measure, by name of the cluster; without those that say nothing. */
    static Map<String, List<Double>> byCluster(List<Answer> answers, String measure, DoubleUnaryOperator value) {
        Map<String, List<Double>> clusters = new TreeMap<>();
        for (Answer answer : answers) {
            if (!Double.isNaN(answer.measure(measure))) {
                clusters.computeIfAbsent(answer.cluster(), key -> new ArrayList<>())
                        .add(value.applyAsDouble(answer.measure(measure)));
            }
        }
        return clusters;
    }

    static Clusters clusters(List<Answer> answers, String measure, DoubleUnaryOperator value) {
        Clusters clusters = new Clusters();
        byCluster(answers, measure, value)
                .values()
                .forEach(list -> clusters.add(
                        list.size(),
                        list.stream().mapToDouble(Double::doubleValue).sum()));
        return clusters;
    }

    /** What each of the clusters says to a measure. */
    static ClusterColumn column(List<Answer> answers, String measure, List<String> places) {
        Map<String, List<Double>> byCluster = byCluster(answers, measure, rating -> rating);
        int[] sizes = new int[places.size()];
        double[] sums = new double[places.size()];
        for (int i = 0; i < sizes.length; i++) {
            for (double rating : byCluster.getOrDefault(places.get(i), List.of())) {
                sizes[i]++;
                sums[i] += rating;
            }
        }
        return new ClusterColumn(sizes, sums);
    }

    /** Names of touchpoints; the reserved ones of whole-relationship questions left out. */
    List<String> touchpoints() {
        return answers.stream()
                .map(Answer::touchpoint)
                .filter(touchpoint -> !touchpoint.startsWith("_"))
                .distinct()
                .sorted()
                .toList();
    }

    /** The rows of each wave and segment. */
    static List<List<NamedCsvRecord>> tables(List<NamedCsvRecord> rows) {
        Map<List<String>, List<NamedCsvRecord>> tables = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows) {
            tables.computeIfAbsent(List.of(row.getField("wave"), row.getField("segment")), key -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(tables.values());
    }

    /** How often 0, 1, … {@code highest} was answered. */
    static int[] counts(List<Answer> answers, String measure, int highest) {
        int[] counts = new int[highest + 1];
        for (Answer answer : answers) {
            if (!Double.isNaN(answer.measure(measure))) {
                counts[(int) answer.measure(measure)]++;
            }
        }
        return counts;
    }

    /** Persons by disposition code of a wave and audience. */
    Map<String, Integer> dispositions(String wave, String audience) {
        Map<String, Integer> counts = new HashMap<>();
        for (NamedCsvRecord row : rows(file("in/dispositions.csv"))) {
            if (row.getField("wave").equals(wave) && row.getField("audience").equals(audience)) {
                counts.put(row.getField("code"), Integer.parseInt(row.getField("count")));
            }
        }
        return counts;
    }
}
