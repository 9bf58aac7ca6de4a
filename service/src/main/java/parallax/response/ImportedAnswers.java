package parallax.response;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.study.SegmentVariable;

/** Answers of one file, gathered by respondent and segments. */
final class ImportedAnswers {

    private final Questionnaire questionnaire;
    private final List<String> variables;
    private final Map<Key, Sheet> sheets = new LinkedHashMap<>();
    private final Map<Person, Told> people = new HashMap<>();
    private final List<TreeSet<String>> values = new ArrayList<>();
    private final Map<Audience, TreeSet<Integer>> asked = new EnumMap<>(Audience.class);
    private int rows;

    ImportedAnswers(Questionnaire questionnaire, List<String> variables) {
        this.questionnaire = questionnaire;
        this.variables = List.copyOf(variables);
        variables.forEach(variable -> values.add(new TreeSet<>()));
    }

    /** A respondent: the same code in two audiences is two people. */
    record Person(Audience audience, String respondent) {}

    /** What was first told of a person, and in which row; "" for no account or segment. */
    record Told(String account, List<String> segments, int row) {}

    /** What becomes one response. */
    record Key(Person person, List<String> segments) {}

    /** The answers under a key; as in {@link Response}. */
    record Sheet(byte[] experience, byte[] importance, byte[] numbers) {}

    /** What was told of a person before, or else now. */
    Told told(Person person, Told now) {
        return people.computeIfAbsent(person, ignored -> now);
    }

    Sheet sheet(Key key) {
        Sheet known = sheets.get(key);
        if (known != null) {
            return known;
        }
        for (int i = 0; i < variables.size(); i++) {
            if (!key.segments().get(i).isEmpty()) {
                values.get(i).add(key.segments().get(i));
            }
        }
        int items = questionnaire.touchpoints().size();
        Sheet sheet = new Sheet(new byte[items], new byte[items], new byte[Response.NUMBERS]);
        sheets.put(key, sheet);
        return sheet;
    }

    void countRow() {
        rows++;
    }

    void markAsked(Audience audience, int touchpoint) {
        asked.computeIfAbsent(audience, ignored -> new TreeSet<>()).add(touchpoint);
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    int rows() {
        return rows;
    }

    int people() {
        return people.size();
    }

    Map<Key, Sheet> sheets() {
        return sheets;
    }

    String accountOf(Person person) {
        Told told = people.get(person);
        return told == null ? "" : told.account();
    }

    /** Columns of the variables with at least one value, in the order of the file. */
    List<Integer> segmentColumns() {
        return IntStream.range(0, variables.size())
                .filter(i -> !values.get(i).isEmpty())
                .boxed()
                .toList();
    }

    /** The variables of {@link #segmentColumns}, their values sorted. */
    List<SegmentVariable> segments() {
        return segmentColumns().stream()
                .map(i -> new SegmentVariable(variables.get(i), List.copyOf(values.get(i))))
                .toList();
    }

    /** Values of a variable, by the position of its column. */
    Set<String> values(int variable) {
        return values.get(variable);
    }

    String variable(int position) {
        return variables.get(position);
    }

    int variables() {
        return variables.size();
    }

    Set<Audience> audiences() {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        people.keySet().forEach(person -> audiences.add(person.audience()));
        return audiences;
    }

    /** How many people of an audience answered. */
    int people(Audience audience) {
        return (int) people.keySet().stream()
                .filter(person -> person.audience() == audience)
                .count();
    }

    /** Positions of the touchpoints an audience has rows for. */
    List<Integer> askedItems(Audience audience) {
        return List.copyOf(asked.getOrDefault(audience, new TreeSet<>()));
    }

    /** Measures an audience has at least one value of, did not encounter included (METHOD.md §1). */
    Set<Measure> askedMeasures(Audience audience) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        sheets.forEach((key, sheet) -> {
            if (key.person().audience() == audience) {
                if (anyAnswer(sheet.experience())) {
                    measures.add(Measure.EXPERIENCE);
                }
                if (anyAnswer(sheet.importance())) {
                    measures.add(Measure.IMPORTANCE);
                }
            }
        });
        return measures;
    }

    private static boolean anyAnswer(byte[] answers) {
        for (byte answer : answers) {
            if (answer != Response.NOT_ANSWERED) {
                return true;
            }
        }
        return false;
    }
}
