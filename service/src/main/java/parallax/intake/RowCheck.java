package parallax.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parallax.contact.ContactBatch;
import parallax.contact.Verdict;
import parallax.contact.Wrong;

/** Tells of rows what becomes of them, in their order, and which wrong values stand in several. */
final class RowCheck {

    /** So that a file of nothing but different mistakes costs no memory. */
    private static final int MOST_WATCHED = 20_000;

    private static final int MOST_REPEATS = 500;

    private final ContactBatch batch;
    private final ColumnMapping mapping;
    private final Map<Place, Integer> wrong = new HashMap<>();

    private record Place(int column, String value) {}

    RowCheck(ContactBatch batch, ColumnMapping mapping) {
        this.batch = batch;
        this.mapping = mapping;
    }

    List<FileRow> check(List<FileRow> rows) {
        List<ContactBatch.Line> lines = rows.stream()
                .filter(row -> row.broken() == null)
                .map(row -> new ContactBatch.Line(row.number(), mapping.texts(row.cells())))
                .toList();
        List<Verdict> verdicts = batch.take(lines);
        List<FileRow> checked = new ArrayList<>(rows.size());
        int next = 0;
        for (FileRow row : rows) {
            Wrong broken = row.broken();
            Verdict verdict = broken == null
                    ? verdicts.get(next++)
                    : new Verdict(Verdict.Outcome.REJECTED, List.of(broken), List.of());
            watch(verdict);
            checked.add(row.with(verdict));
        }
        return checked;
    }

    private void watch(Verdict verdict) {
        if (verdict.outcome() != Verdict.Outcome.REJECTED) {
            return;
        }
        for (Wrong problem : verdict.problems()) {
            int column = mapping.columnOf(problem.column());
            String value = problem.value();
            if (column >= 0 && value != null && wrong.size() < MOST_WATCHED) {
                wrong.merge(new Place(column, value), 1, Integer::sum);
            }
        }
    }

    /** Wrong values that stand in more than one row, the most frequent first. */
    List<About.Repeat> repeats() {
        return wrong.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry ->
                        new About.Repeat(entry.getKey().column(), entry.getKey().value(), entry.getValue()))
                .sorted(Comparator.comparing(About.Repeat::rows)
                        .reversed()
                        .thenComparing(About.Repeat::column)
                        .thenComparing(About.Repeat::value))
                .limit(MOST_REPEATS)
                .toList();
    }
}
