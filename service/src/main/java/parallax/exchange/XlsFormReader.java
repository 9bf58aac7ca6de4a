package parallax.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.exchange.XlsForm.Line;
import parallax.questionnaire.Condition;
import parallax.questionnaire.ItemPage;
import parallax.table.SheetReader;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Reads an XLSForm (.xlsx) into a questionnaire. */
final class XlsFormReader {

    private static final int DEEPEST = 20;

    private final XlsForm form;
    private final Draft draft;
    private final XlsFormQuestions questions;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final List<String> required = new ArrayList<>();
    private int pages;

    /**
     * A group of rows.
     *
     * @param repeated whether it is asked again and again, which nothing here is
     */
    private record Group(
            String name,
            Map<String, String> titles,
            String appearance,
            boolean repeated,
            @Nullable Condition showIf) {}

    private XlsFormReader(XlsForm form, Taking taking) {
        List<NotCarried> notCarried = new ArrayList<>();
        Map<String, String> tags = tags(form, taking, notCarried);
        this.form = form;
        this.draft = new Draft(taking, tags.values().stream().distinct().toList(), notCarried);
        this.questions = new XlsFormQuestions(form, draft, tags);
    }

    /** @throws RefusedException when the workbook is no XLSForm or none of its languages is known */
    static Reading read(SheetReader sheets, Taking taking) {
        XlsFormReader reader = new XlsFormReader(XlsForm.read(sheets), taking);
        reader.rows();
        if (sheets.formulas() > 0) {
            reader.draft.note(
                    "workbook",
                    "%d formulas".formatted(sheets.formulas()),
                    "They are not computed; their last results were read. Compare the texts in the preview.");
        }
        reader.rest();
        return reader.draft.finish();
    }

    /** Language as the file names it to language here, the form's own first; what is not taken is noted. */
    private static Map<String, String> tags(XlsForm form, Taking taking, List<NotCarried> notCarried) {
        String unnamed = form.setting("default_language").isEmpty()
                ? taking.current().defaultLanguage()
                : XlsForm.tag(form.setting("default_language"));
        List<String> names = new ArrayList<>(form.languages());
        names.sort((one, other) -> Boolean.compare(
                !XlsForm.tag(one).equals(unnamed) && !one.isEmpty(),
                !XlsForm.tag(other).equals(unnamed) && !other.isEmpty()));
        Map<String, String> tags = new LinkedHashMap<>();
        for (String name : names) {
            String tag = name.isEmpty() ? unnamed : XlsForm.tag(name);
            if (taking.languages().contains(tag)) {
                tags.put(name, tag);
            } else {
                notCarried.add(new NotCarried(
                        "languages",
                        name.isEmpty() ? unnamed : Texts.named(name),
                        "Forms can be made in %s only. Its texts were left out."
                                .formatted(String.join(
                                        ", ",
                                        taking.languages().stream().sorted().toList()))));
            }
        }
        if (tags.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The form has labels in none of the languages that forms can be made in (%s). Nothing was saved. Name the columns like “label::English (en)”."
                            .formatted(String.join(
                                    ", ", taking.languages().stream().sorted().toList())));
        }
        return tags;
    }

    private void rows() {
        newPage("form", Map.of());
        for (Line line : form.survey()) {
            String type = type(line);
            if (type.startsWith("begin_")) {
                begin(line, type);
            } else if (type.startsWith("end_")) {
                end(line);
            } else if (!type.isEmpty()) {
                question(line, type);
            }
        }
        groups.forEach(group -> draft.note(
                group.name(), "end of the group", "It is missing; the group was taken up to the end of the sheet."));
    }

    private static String type(Line line) {
        return line.cell("type")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("^(begin|end) ", "$1_")
                .replaceFirst("^(lgroup|lrepeat)", "group");
    }

    private void begin(Line line, String type) {
        if (groups.size() >= DEEPEST) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Row %d: groups are nested deeper than %d. Nothing was saved.".formatted(line.number(), DEEPEST));
        }
        String name = name(line);
        boolean repeated = !type.equals("begin_group") || inRepeat();
        if (!type.equals("begin_group")) {
            draft.note(
                    name,
                    type.replace("begin_", ""),
                    "Nothing is asked again and again here, so its questions were left out. Ask for each case in questions of its own.");
        }
        Condition showIf = condition(name, line.cell("relevant"), true);
        groups.push(new Group(name, line.spoken("label"), line.cell("appearance"), repeated, showIf));
        newPage(name, line.spoken("label"));
    }

    private boolean inRepeat() {
        return groups.stream().anyMatch(Group::repeated);
    }

    private void end(Line line) {
        if (groups.isEmpty()) {
            draft.note("row " + line.number(), "end of a group", "No group begins before it. Nothing to do.");
            return;
        }
        Group ended = groups.pop();
        Group outside = groups.peek();
        newPage(ended.name() + "_2", outside == null ? Map.of() : outside.titles());
    }

    private void newPage(String name, Map<String, String> titles) {
        pages++;
        Map<String, String> words =
                draft.texts().plain(name, "title of the page", questions.spoken(titles), ItemPage.LONGEST_TITLE);
        draft.page(
                "g" + pages + "_" + name,
                words.isEmpty()
                        ? FixedWords.in(FixedWords.QUESTIONS, draft.texts().languages())
                        : words);
    }

    private void question(Line line, String type) {
        String name = name(line);
        if (inRepeat()) {
            draft.note(
                    name,
                    "question",
                    "It stands in a part that is asked again and again. Ask for it in a question of its own.");
            return;
        }
        if (line.cell("required").toLowerCase(Locale.ROOT).matches("yes|true|true\\(\\)|1")) {
            required.add(name);
        }
        List<Condition> parts = new ArrayList<>();
        groups.descendingIterator().forEachRemaining(group -> {
            if (group.showIf() != null) {
                parts.add(group.showIf());
            }
        });
        boolean rates = questions.rates(line, type, appearances());
        Condition own = condition(name, line.cell("relevant"), !rates);
        if (own != null) {
            parts.add(own);
        }
        if (rates) {
            questions.rating(line, type);
            if (!parts.isEmpty() || !line.cell("relevant").isEmpty()) {
                draft.note(
                        name,
                        "condition",
                        "Touchpoints are asked of everybody, and “did not encounter” is always there instead. Nothing to do.");
            }
            return;
        }
        questions.take(
                line, type, parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Condition.Every(parts));
    }

    private List<String> appearances() {
        return groups.stream().map(Group::appearance).toList();
    }

    private @Nullable Condition condition(String where, String relevant, boolean told) {
        if (relevant.isBlank() || !told) {
            return null;
        }
        try {
            return Logic.read(relevant, draft.variables());
        } catch (Inexpressible e) {
            draft.note(
                    where,
                    "condition: " + Texts.named(relevant),
                    "It cannot be said exactly here: %s. It is asked of everybody; set the condition in the editor."
                            .formatted(e.getMessage()));
            return null;
        }
    }

    private static String name(Line line) {
        return line.cell("name").isEmpty() ? "row " + line.number() : Texts.named(line.cell("name"));
    }

    private void rest() {
        if (!required.isEmpty()) {
            draft.note(
                    Texts.named(String.join(", ", required)),
                    "required",
                    "Nobody is forced to answer here; an empty answer is pointed out once. Nothing to do.");
        }
        form.settings().keySet().stream()
                .filter(name -> !List.of("form_title", "default_language").contains(name))
                .sorted()
                .forEach(name ->
                        draft.note("settings", Texts.named(name), "There is nothing like it here. Nothing to do."));
        if (!form.setting("form_title").isEmpty()) {
            draft.note(
                    "settings", "form_title", "The engagement and its waves have names of their own. Nothing to do.");
        }
        form.otherSheets()
                .forEach(sheet -> draft.note(
                        "sheet " + Texts.named(sheet),
                        "all of it",
                        "Only survey, choices and settings are read. Nothing to do."));
    }
}
