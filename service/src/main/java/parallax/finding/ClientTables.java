package parallax.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.CellAddress;
import parallax.disclosure.SharedTotal;
import parallax.finding.ClientTable.Question;
import parallax.finding.ReleaseDraft.Offence;
import parallax.finding.ReleaseDraft.Reason;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.SegmentVariable;

/** All tables of a wave as a client may see them, and what earlier releases have to say. */
final class ClientTables {

    /** Name of the question of those who rated both importance and experience. */
    static final String PAIRS = "pairs";

    private final FieldedWave wave;
    private final Map<Question, ClientTable> tables = new LinkedHashMap<>();
    private final Map<Question, byte[]> columns = new HashMap<>();
    private final Map<Audience, Fingerprints> fingerprints = new HashMap<>();
    private final Map<Question, Map<CellAddress, String>> marksOf = new HashMap<>();

    ClientTables(FieldedWave wave, Cube cube, ReleaseScope scope) {
        this.wave = wave;
        Tables all = new Tables(wave, cube);
        Set<Integer> variables = new HashSet<>();
        for (int variable = 0; variable < wave.segments().size(); variable++) {
            if (scope.variables().contains(wave.segments().get(variable).variable())) {
                variables.add(variable);
            }
        }
        for (Audience audience : Audience.raters()) {
            cube.panel(audience).ifPresent(panel -> add(panel, all, variables));
        }
    }

    private void add(Panel panel, Tables all, Set<Integer> variables) {
        Audience audience = panel.audience();
        Standings standings = new Standings(panel);
        fingerprints.put(audience, new Fingerprints(panel));
        for (int item = 0; item < wave.items(); item++) {
            for (Measure measure : Measure.values()) {
                Optional<Table> table = all.of(audience, measure, item);
                if (table.isPresent()) {
                    Question question = new Question(audience, measure.code(), item);
                    add(question, table.get(), panel.column(measure, item), standings, variables);
                }
            }
            Optional<Table> pairs = audience == Audience.CUSTOMER ? all.pairs(item) : Optional.empty();
            if (pairs.isPresent()) {
                byte[] column = all.differences(panel, item);
                add(new Question(audience, PAIRS, item), pairs.get(), column, standings, variables);
            }
        }
        for (Scores.Question score : Scores.Question.values()) {
            Optional<Table> table = all.score(audience, score);
            if (table.isPresent()) {
                Question question = new Question(audience, score.kind().code(), Question.OF_NO_TOUCHPOINT);
                add(question, table.get(), panel.numbers(score), standings, variables);
            }
        }
    }

    private void add(Question question, Table table, byte[] column, Standings standings, Set<Integer> variables) {
        Audience audience = question.audience();
        int accounts = audience.isTeam() ? 0 : wave.minimum(audience).accounts();
        SharedTotal total =
                new SharedTotal(standings.atoms(column, accounts), wave.minimum(audience), audience.isTeam());
        tables.put(question, new ClientTable(question, table, total, wave, variables));
        columns.put(question, column);
    }

    /** The table of a question; empty if it was not asked. */
    Optional<ClientTable> table(Audience audience, String name, int item) {
        return Optional.ofNullable(tables.get(new Question(audience, name, item)));
    }

    /** Every group of whom a number is released. */
    List<ReleasedCell> cells() {
        List<ReleasedCell> cells = new ArrayList<>();
        tables.values().forEach(table -> cells.addAll(cells(table, table.released())));
        return cells;
    }

    /** What of this release and the earlier ones offends together, each cell once. */
    List<Offence> offences(List<ReleasedCell> earlier) {
        Set<Offence> offences = new LinkedHashSet<>();
        Map<Question, List<CellAddress>> known = new LinkedHashMap<>();
        for (ReleasedCell cell : earlier) {
            Question question = question(cell);
            CellAddress address = address(cell);
            ClientTable table = tables.get(question);
            if (table == null
                    || address == null
                    || !cells(table, List.of(address)).get(0).fingerprint().equals(cell.fingerprint())) {
                offences.add(new Offence(cell, Reason.CHANGED));
            } else {
                known.computeIfAbsent(question, any -> new ArrayList<>()).add(address);
            }
        }
        known.forEach((question, addresses) -> {
            ClientTable table = tables.get(question);
            if (table != null) {
                table.offence(addresses)
                        .ifPresent(cells ->
                                cells(table, cells).forEach(cell -> offences.add(new Offence(cell, Reason.FOLLOWS))));
            }
        });
        return List.copyOf(offences);
    }

    private List<ReleasedCell> cells(ClientTable table, List<CellAddress> addresses) {
        Question question = table.question();
        Map<CellAddress, String> marks = marksOf.computeIfAbsent(question, this::marks);
        return addresses.stream()
                .map(address -> new ReleasedCell(
                        question.audience(),
                        question.name(),
                        question.item() < 0 ? null : wave.touchpoint(question.item()),
                        segment(address),
                        table.persons(address),
                        marks.getOrDefault(address, "")))
                .toList();
    }

    /** Of every cell there could be: one pass over the answers for all of them. */
    private Map<CellAddress, String> marks(Question question) {
        Fingerprints ofAudience = fingerprints.get(question.audience());
        byte[] column = columns.get(question);
        if (ofAudience == null || column == null) {
            throw new IllegalStateException("a table without a column");
        }
        List<CellAddress> all = new ArrayList<>(List.of(CellAddress.TOTAL));
        for (int variable = 0; variable < wave.segments().size(); variable++) {
            for (int value = 1; value <= wave.segments().get(variable).values().size(); value++) {
                all.add(new CellAddress(variable, value));
            }
        }
        return ofAudience.of(column, all);
    }

    private FigureKey.@Nullable Segment segment(CellAddress address) {
        if (address.isTotal()) {
            return null;
        }
        SegmentVariable variable = wave.segments().get(address.variable());
        return new FigureKey.Segment(variable.variable(), variable.values().get(address.value() - 1));
    }

    private Question question(ReleasedCell cell) {
        int item = cell.touchpoint() == null ? Question.OF_NO_TOUCHPOINT : 0;
        while (item >= 0 && item < wave.items() && !wave.touchpoint(item).equals(cell.touchpoint())) {
            item++;
        }
        return new Question(cell.audience(), cell.question(), item);
    }

    private @Nullable CellAddress address(ReleasedCell cell) {
        FigureKey.Segment segment = cell.segment();
        if (segment == null) {
            return CellAddress.TOTAL;
        }
        for (int variable = 0; variable < wave.segments().size(); variable++) {
            SegmentVariable planned = wave.segments().get(variable);
            if (planned.variable().equals(segment.variable())) {
                int value = planned.values().indexOf(segment.value());
                return value < 0 ? null : new CellAddress(variable, value + 1);
            }
        }
        return null;
    }
}
