package parallax.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.table.SheetReader;
import parallax.table.TextTable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The sheets of an XLSForm: survey, choices, settings. */
final class XlsForm {

    private static final Map<String, String> LANGUAGE_NAMES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("deutsch", "de"),
            Map.entry("german", "de"),
            Map.entry("français", "fr"),
            Map.entry("francais", "fr"),
            Map.entry("french", "fr"),
            Map.entry("español", "es"),
            Map.entry("espanol", "es"),
            Map.entry("spanish", "es"),
            Map.entry("العربية", "ar"),
            Map.entry("arabic", "ar"));

    private final List<Line> survey = new ArrayList<>();
    private final Map<String, List<Line>> choices = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> otherSheets = new ArrayList<>();

    private XlsForm() {}

    /**
     * A row by its columns.
     *
     * @param number as in the file
     * @param cells column name in lower case to text
     */
    record Line(int number, Map<String, String> cells) {

        String cell(String name) {
            return cells.getOrDefault(name, "");
        }

        /** Language as the file names it to text, of a column with a language each; "" for one without. */
        Map<String, String> spoken(String column) {
            Map<String, String> texts = new LinkedHashMap<>();
            cells.forEach((name, text) -> {
                if (name.equals(column)) {
                    texts.put("", text);
                } else if (name.startsWith(column + ":") || name.startsWith(column + " (")) {
                    texts.put(
                            name.substring(column.length())
                                    .replaceFirst("^:+", "")
                                    .strip(),
                            text);
                }
            });
            return texts;
        }
    }

    /** @throws RefusedException INVALID when the sheet "survey" or its columns are missing */
    static XlsForm read(SheetReader sheets) {
        XlsForm form = new XlsForm();
        String survey = sheets.find("survey")
                .orElseThrow(
                        () -> new RefusedException(
                                ProblemType.INVALID,
                                "This workbook is no XLSForm: it has no sheet “survey”. Rename the sheet with the questions, and send it again."));
        form.survey.addAll(lines(sheets, survey, List.of("type", "name")));
        sheets.find("choices").ifPresent(name -> form.readChoices(sheets, name));
        sheets.find("settings")
                .ifPresent(name -> lines(sheets, name, List.of()).stream()
                        .findFirst()
                        .ifPresent(line -> form.settings.putAll(line.cells())));
        for (String sheet : sheets.sheets()) {
            if (!List.of("survey", "choices", "settings").contains(sheet.strip().toLowerCase(Locale.ROOT))) {
                form.otherSheets.add(sheet);
            }
        }
        return form;
    }

    private void readChoices(SheetReader sheets, String sheet) {
        for (Line line : lines(sheets, sheet, List.of())) {
            String list = line.cell("list_name").isEmpty() ? line.cell("list name") : line.cell("list_name");
            choices.computeIfAbsent(list, any -> new ArrayList<>()).add(line);
        }
    }

    private static List<Line> lines(SheetReader sheets, String sheet, List<String> required) {
        List<Line> lines = new ArrayList<>();
        List<String> header = new ArrayList<>();
        sheets.forEach(sheet, row -> {
            if (header.isEmpty()) {
                row.cells().forEach(cell -> header.add(column(cell)));
                for (String name : required) {
                    if (!header.contains(name)) {
                        throw missing(sheet, row, name);
                    }
                }
                return;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
                if (!header.get(i).isEmpty() && !row.cells().get(i).isEmpty()) {
                    cells.putIfAbsent(header.get(i), row.cells().get(i));
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(row.number(), cells));
            }
        });
        return lines;
    }

    /** Older spellings are read as today's. */
    private static String column(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*:+\\s*", "::");
        return switch (plain) {
            case "relevance", "bind::relevant" -> "relevant";
            case "value" -> "name";
            case "command" -> "type";
            default -> plain;
        };
    }

    private static RefusedException missing(String sheet, TextTable.Row row, String name) {
        String message = "Sheet “%s” has no column “%s” in its first row.".formatted(Texts.named(sheet), name);
        return new RefusedException(
                ProblemType.INVALID, message, List.of(InputError.cell(row.number(), name, null, message)));
    }

    List<Line> survey() {
        return survey;
    }

    /** Rows of a list of choices; empty when there is no such list. */
    List<Line> choices(String list) {
        return choices.getOrDefault(list, List.of());
    }

    String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    Map<String, String> settings() {
        return settings;
    }

    List<String> otherSheets() {
        return otherSheets;
    }

    /** Languages as the file names them, in the order they are met; "" for columns without one. */
    List<String> languages() {
        List<String> languages = new ArrayList<>();
        List<Line> lines = new ArrayList<>(survey);
        choices.values().forEach(lines::addAll);
        for (Line line : lines) {
            for (String column : List.of("label", "hint")) {
                line.spoken(column).keySet().stream()
                        .filter(language -> !languages.contains(language))
                        .forEach(languages::add);
            }
        }
        return languages;
    }

    /** The tag of a language as the file names it: "English (en)", "en" or "English"; what is unknown as it is. */
    static String tag(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        int open = plain.lastIndexOf('(');
        if (open >= 0 && plain.endsWith(")")) {
            plain = plain.substring(open + 1, plain.length() - 1).strip();
        }
        return LANGUAGE_NAMES.getOrDefault(plain, plain.split("[-_]", 2)[0]);
    }
}
