package parallax.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.contact.Wrong;

/** Rows of one list as a page shows them, problem by problem. */
public final class ProblemLines {

    static final ProblemLines NONE = new ProblemLines(null, new CheckPage.Part(Listed.REJECTED, 0, List.of()));

    private final @Nullable About about;
    private final CheckPage.Part part;

    ProblemLines(@Nullable About about, CheckPage.Part part) {
        this.about = about;
        this.part = part;
    }

    /**
     * One problem of a row.
     *
     * @param id names its field: row and column; "" where no cell of the file can put it right
     * @param cell what stands in the file
     * @param others how many further rows have the same wrong value
     */
    public record Line(
            int row, String column, String value, String message, String fix, String id, String cell, int others) {}

    /** A row of which nothing is wrong. */
    public record Person(int row, String address, String name, String account, String audience, String note) {}

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        About file = about;
        if (file != null) {
            for (FileRow row : part.rows()) {
                List<Wrong> all = part.listed() == Listed.WARNED ? row.warnings() : row.problems();
                all.forEach(problem -> lines.add(line(file, row, problem)));
            }
        }
        return lines;
    }

    private Line line(About file, FileRow row, Wrong problem) {
        ColumnMapping mapping = IntakeWork.mapping(file);
        int column = row.broken() == null ? mapping.columnOf(problem.column()) : -1;
        String name = ReportedProblems.columnName(file.header(), mapping, problem);
        String value = problem.value();
        return new Line(
                row.number(),
                name == null ? "" : name,
                value == null ? "" : shortened(value),
                problem.message(),
                problem.fix(),
                column < 0 ? "" : CorrectionForm.name(row.number(), column),
                column < 0 ? "" : row.cells().get(column),
                column < 0 ? 0 : others(file, column, row.cells().get(column)));
    }

    private static int others(About file, int column, String cell) {
        return file.repeats().stream()
                .filter(repeat -> repeat.column() == column && repeat.value().equals(cell))
                .mapToInt(repeat -> repeat.rows() - 1)
                .findFirst()
                .orElse(0);
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 100
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 100)) + "…";
    }

    public List<Person> getPeople() {
        About file = about;
        return file == null
                ? List.of()
                : part.rows().stream().map(row -> person(file, row)).toList();
    }

    private static Person person(About file, FileRow row) {
        Map<String, String> texts = IntakeWork.mapping(file).texts(row.cells());
        String email = texts.getOrDefault("email", "");
        return new Person(
                row.number(),
                email.isEmpty() ? texts.getOrDefault("phone", "") : email,
                texts.getOrDefault("name", ""),
                texts.getOrDefault("account", ""),
                texts.getOrDefault("audience", ""),
                row.problems().isEmpty() ? "" : row.problems().get(0).message());
    }
}
