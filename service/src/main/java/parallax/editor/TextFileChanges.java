package parallax.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.editor.TextGrid.Cell;
import parallax.editor.TextGrid.Line;
import parallax.editor.TextRows.TextRow;
import parallax.instrument.ModelTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.TextPiece;
import parallax.table.RowProblems;
import parallax.table.TextTable;

/** What a file of texts changes in a questionnaire. */
final class TextFileChanges {

    private final TextGrid grid;
    private final RowProblems problems = new RowProblems();
    private final Map<Integer, String> columns = new LinkedHashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<String, Map<TextPlace, String>> changed = new LinkedHashMap<>();
    private int places = -1;
    private int whats = -1;

    /** @throws parallax.web.RefusedException naming every row that cannot be taken */
    TextFileChanges(TextGrid grid, List<TextTable.Row> rows) {
        this.grid = grid;
        if (rows.isEmpty()) {
            problems.add(1, null, null, "The sheet is empty. Download the texts again.");
        } else {
            header(rows.get(0));
        }
        problems.refuseIfAny();
        rows.stream().skip(1).forEach(this::row);
        problems.refuseIfAny();
    }

    int count() {
        return changed.values().stream().mapToInt(Map::size).sum();
    }

    Questionnaire applied(Questionnaire model) {
        Questionnaire written = model;
        for (Map.Entry<String, Map<TextPlace, String>> texts : changed.entrySet()) {
            written = ModelTexts.with(written, texts.getKey(), texts.getValue());
        }
        return written;
    }

    private void header(TextTable.Row header) {
        Set<String> met = new HashSet<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cells().get(i);
            String code = name.toLowerCase(Locale.ROOT);
            String language = grid.languages().stream()
                    .filter(tag -> tag.equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
            if (!name.isEmpty() && !met.add(code)) {
                problems.add(header.number(), name, name, "This column stands twice. Keep one.");
            } else if (code.equals(TextFile.PLACE)) {
                places = i;
            } else if (code.equals(TextFile.WHAT)) {
                whats = i;
            } else if (language != null) {
                columns.put(i, language);
            } else if (!name.isEmpty()) {
                problems.add(
                        header.number(),
                        name,
                        name,
                        "The engagement is not in this language. Use: %s. Remove other columns."
                                .formatted(String.join(", ", grid.languages())));
            }
        }
        if (places < 0) {
            problems.add(header.number(), TextFile.PLACE, null, "There is no such column. Name it in the first row.");
        } else if (columns.isEmpty()) {
            problems.add(
                    header.number(),
                    null,
                    null,
                    "There is no column of a language. Name one: %s.".formatted(String.join(", ", grid.languages())));
        }
    }

    private void row(TextTable.Row row) {
        String address = cell(row, places);
        Line line = grid.find(address);
        Integer before = line == null ? null : rowOf.putIfAbsent(address, row.number());
        if (line == null) {
            problems.add(
                    row.number(),
                    TextFile.PLACE,
                    address,
                    address.isEmpty()
                            ? "Enter the place of these texts, or empty the row."
                            : "This questionnaire has no such place. Put back what stood here, or remove the row.");
        } else if (before != null) {
            problems.add(
                    row.number(), TextFile.PLACE, address, "Row %d is of this place too. Keep one.".formatted(before));
        } else if (isMoved(line, cell(row, whats))) {
            problems.add(
                    row.number(),
                    TextFile.WHAT,
                    cell(row, whats),
                    "The text of %s is “%s”. Put back the place or this cell.".formatted(address, line.what()));
        } else {
            nameless(row);
            columns.forEach((column, language) -> text(row, line, language, cell(row, column)));
        }
    }

    private static boolean isMoved(Line line, String what) {
        return !what.isEmpty() && !what.equals(line.what());
    }

    private void nameless(TextTable.Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (i != places
                    && i != whats
                    && !columns.containsKey(i)
                    && !cell(row, i).isEmpty()) {
                problems.add(
                        row.number(), null, cell(row, i), "This column has no name. Name its language, or empty it.");
            }
        }
    }

    private void text(TextTable.Row row, Line line, String language, String text) {
        Cell cell = line.cell(language);
        if (text.equals(cell.shown()) || text.equals(cell.stored())) {
            return;
        }
        // own words that are those shown without any need not be kept
        String wanted = text.equals(cell.standing()) ? "" : text;
        String fault = wanted.isEmpty() ? emptied(line, cell) : fault(line, cell, wanted);
        if (fault == null && !wanted.isEmpty()) {
            fault = beside(row, line, language, wanted);
        }
        if (fault == null) {
            changed.computeIfAbsent(language, any -> new LinkedHashMap<>()).put(line.place(), wanted);
        } else {
            problems.add(row.number(), language, text, fault);
        }
    }

    private static @Nullable String emptied(Line line, Cell cell) {
        boolean needed = !line.place().isOptional() && !cell.stored().isEmpty();
        return needed ? "Enter a text: this one cannot be empty." : null;
    }

    private static @Nullable String fault(Line line, Cell cell, String wanted) {
        return TextEdit.fault(new TextRow(line.place(), cell.standing(), cell.stored()), wanted);
    }

    /** What is wrong with a text beside the one it says in another language. */
    private @Nullable String beside(TextTable.Row row, Line line, String language, String wanted) {
        String source = source(row, line, language);
        Set<String> lost = new TreeSet<>(TextEdit.pieces(source));
        lost.removeAll(TextEdit.pieces(wanted));
        if (isItem(line.place())) {
            Set<String> unknown = TextPiece.unknownIn(wanted);
            if (!unknown.isEmpty()) {
                return "Remove {%s}: only {client}, {consultancy} and {closes} are filled in."
                        .formatted(String.join("}, {", unknown));
            }
        }
        return lost.isEmpty()
                ? null
                : "Put %s in: “%s” has it, and it is filled in.".formatted(String.join(", ", lost), source);
    }

    /** Of standard texts the standard one; of items what the first language says in the file, else as stored. */
    private String source(TextTable.Row row, Line line, String language) {
        String first = grid.languages().get(0);
        if (line.place().subject().equals(TextPlace.STANDARD)) {
            return line.cell(language).standing();
        }
        if (!isItem(line.place()) || language.equals(first)) {
            return "";
        }
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals(first))
                .map(column -> cell(row, column.getKey()))
                .findFirst()
                .orElse(line.cell(first).shown());
    }

    private static boolean isItem(TextPlace place) {
        return !place.subject().equals(TextPlace.STANDARD)
                && (place.place().startsWith("question.") || place.place().startsWith("hint."));
    }

    private static String cell(TextTable.Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }
}
