package parallax.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.exchange.XlsForm.Line;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Offer;

/** Takes the kinds of questions of XLSForms into the nearest kinds here. */
final class XlsFormQuestions {

    private static final int MOST_NUMBER = 1_000_000_000;
    private static final Pattern SELECT = Pattern.compile(
            "(select_one|select one from|select one|select1|select_multiple|select all that apply from|select all that apply|rank)"
                    + " (\\S+)(?: (or_other|or specify other|or other))?");
    private static final Pattern LIMIT = Pattern.compile("\\.\\s*(>=|<=|>|<)\\s*(-?[0-9]{1,9})");
    private static final Pattern PARAMETER = Pattern.compile("(start|end|step)\\s*=\\s*(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final Set<String> UNSEEN = Set.of(
            "calculate",
            "hidden",
            "start",
            "end",
            "today",
            "deviceid",
            "phonenumber",
            "username",
            "email",
            "simserial",
            "subscriberid",
            "audit",
            "start-geopoint",
            "background-audio",
            "xml-external",
            "csv-external");

    private final XlsForm form;
    private final Draft draft;
    private final Map<String, String> tags;

    XlsFormQuestions(XlsForm form, Draft draft, Map<String, String> tags) {
        this.form = form;
        this.draft = draft;
        this.tags = tags;
    }

    /** Language here to text. */
    Map<String, String> spoken(Map<String, String> texts) {
        Map<String, String> spoken = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            String tag = tags.get(name);
            if (tag != null) {
                spoken.putIfAbsent(tag, text);
            }
        });
        return spoken;
    }

    /** Whether a question is a row of a table of ratings. */
    boolean rates(Line line, String type, List<String> groups) {
        Matcher select = SELECT.matcher(type);
        if (!select.matches() || !isOne(select)) {
            return false;
        }
        String appearance = line.cell("appearance").toLowerCase(Locale.ROOT);
        boolean table =
                groups.stream().anyMatch(group -> group.toLowerCase(Locale.ROOT).contains("table-list"))
                        || appearance.contains("likert")
                        || appearance.contains("list-nolabel");
        String list = list(line, select);
        return table && !agrees(list) && !Ends.areZeroToTen(labels(list));
    }

    void rating(Line line, String type) {
        String where = where(line);
        Matcher select = SELECT.matcher(type);
        if (!select.matches()) {
            return;
        }
        Map<String, Map<String, String>> labels = labels(list(line, select));
        long points = labels.values().stream()
                .filter(label -> label.values().stream().noneMatch(FixedWords::cannotTell))
                .count();
        if (!draft.takesScale((int) points)) {
            draft.note(
                    where,
                    "row of a table",
                    "Its scale has %d points, and the scale of a questionnaire has 5 or 7, the same for all. Change it, or ask it as a choice in the editor."
                            .formatted(points));
            return;
        }
        draft.note(
                list(line, select),
                "words of the scale: "
                        + Texts.named(String.join(
                                " / ",
                                labels.values().stream()
                                        .map(label -> label.values().stream()
                                                .findFirst()
                                                .orElse(""))
                                        .toList())),
                "All forms word their scales alike, from low to high, and always offer a way out. Compare them in the preview.");
        if (!line.spoken("hint").isEmpty()) {
            draft.note(where, "hint", "Touchpoints have a hint each. Write it in the editor.");
        }
        draft.touchpoint(where, where, spoken(line.spoken("label")), List.of(line.cell("name")));
    }

    void take(Line line, String type, @Nullable Condition showIf) {
        effects(line);
        Matcher select = SELECT.matcher(type);
        if (select.matches()) {
            select(line, select, showIf);
            return;
        }
        switch (type) {
            case "integer", "int", "add integer prompt" -> number(line, showIf);
            case "decimal" -> {
                draft.note(where(line), "decimals", "Whole numbers are asked. Ask for a smaller unit if parts matter.");
                number(line, showIf);
            }
            case "text", "string", "add text prompt" ->
                plain(
                        line,
                        line.cell("appearance").contains("multiline") ? ItemKind.LONG_TEXT : ItemKind.SHORT_TEXT,
                        showIf);
            case "date" -> plain(line, ItemKind.DATE, showIf);
            case "datetime", "date_time" -> {
                draft.note(where(line), "time of day", "Only the day is asked. Ask for the time in a text.");
                plain(line, ItemKind.DATE, showIf);
            }
            case "range" -> range(line, showIf);
            default -> notTaken(line, type);
        }
    }

    private void notTaken(Line line, String type) {
        String why = "This kind of question has no like here. Ask it in another way in the editor.";
        if (UNSEEN.contains(type)) {
            why = "Nothing is computed or recorded behind a form. Nothing to do.";
        } else if (type.equals("note")) {
            why = "Texts without a question are not shown. Put it into the hint of a question.";
        } else if (type.matches("image|photo|audio|video|file|barcode|geo.*|background-geo.*")) {
            why = "Files, places and codes are not taken from respondents. Nothing to do.";
        }
        draft.note(where(line), "question of type " + Texts.named(type), why);
    }

    private static boolean isOne(Matcher select) {
        return select.group(1).startsWith("select_one")
                || select.group(1).startsWith("select one")
                || select.group(1).equals("select1");
    }

    /** The name of the list as it is written, which the type in lower case may not be. */
    private static String list(Line line, Matcher select) {
        String type = line.cell("type").strip().replaceAll("\\s+", " ");
        return type.substring(select.start(2), select.end(2));
    }

    private Map<String, Map<String, String>> labels(String list) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        form.choices(list).forEach(line -> labels.putIfAbsent(line.cell("name"), spoken(line.spoken("label"))));
        return labels;
    }

    private boolean agrees(String list) {
        Map<String, Map<String, String>> labels = labels(list);
        return labels.size() > 1
                && labels.values().stream()
                                .filter(label -> label.values().stream().anyMatch(FixedWords::agrees))
                                .count()
                        >= 2;
    }

    private void select(Line line, Matcher select, @Nullable Condition showIf) {
        String where = where(line);
        String list = list(line, select);
        if (line.cell("appearance").matches(".*\\blabel\\b.*")) {
            // the head of a table, which asks nothing
            draft.note(where, "head of a table", "Each question is asked by itself. Nothing to do.");
            return;
        }
        if (!line.cell("choice_filter").isEmpty()) {
            draft.note(
                    where,
                    "choice_filter",
                    "All choices are always offered. Split the question in the editor if needed.");
        }
        Map<String, Map<String, String>> labels = labels(list);
        boolean other = select.group(3) != null;
        if (isOne(select) && !other && statement(line, list, showIf)) {
            return;
        }
        if (isOne(select) && !other && Ends.areZeroToTen(labels)) {
            add(
                    line,
                    ItemKind.ZERO_TO_TEN,
                    Ends.of(where, labels, draft.texts()).offer(),
                    Map.of(),
                    showIf);
            return;
        }
        if (labels.containsKey(Choice.OTHER)) {
            labels.remove(Choice.OTHER);
            other = true;
        }
        if (select.group(1).equals("rank")) {
            draft.note(where, "order of the answers", "Ranking has no like here; it is asked which apply.");
        }
        Map<String, String> keys = new LinkedHashMap<>();
        List<Choice> choices = draft.choices(where, labels, keys);
        if (choices.size() < 2) {
            draft.note(
                    where,
                    "question",
                    "List “%s” offers fewer than two answers. Complete it on sheet “choices” and send the file again."
                            .formatted(Texts.named(list)));
            return;
        }
        if (other) {
            keys.put(Choice.OTHER, Choice.OTHER);
        }
        add(line, isOne(select) ? ItemKind.SINGLE : ItemKind.MULTIPLE, Offer.choices(choices, other), keys, showIf);
    }

    /** Whether it asks how far one agrees on a scale of ours, and was taken as that. */
    private boolean statement(Line line, String list, @Nullable Condition showIf) {
        if (!agrees(list)) {
            return false;
        }
        List<String> codes = labels(list).entrySet().stream()
                .filter(label -> label.getValue().values().stream().noneMatch(FixedWords::cannotTell))
                .map(Map.Entry::getKey)
                .toList();
        if (!draft.takesScale(codes.size())) {
            return false;
        }
        boolean lowFirst = labels(list).getOrDefault(codes.get(0), Map.of()).values().stream()
                .anyMatch(FixedWords::disagrees);
        Map<String, String> points = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            points.put(codes.get(i), String.valueOf(lowFirst ? i + 1 : codes.size() - i));
        }
        draft.note(
                list,
                "words of the scale",
                "All forms word their scales alike, from low to high, and always offer a way out. Compare them in the preview.");
        add(line, ItemKind.AGREEMENT, Offer.nothing(), points, showIf);
        return true;
    }

    private void plain(Line line, ItemKind kind, @Nullable Condition showIf) {
        check(line, false);
        add(line, kind, Offer.nothing(), Map.of(), showIf);
    }

    private void number(Line line, @Nullable Condition showIf) {
        int[] limits = {0, MOST_NUMBER};
        Matcher limit = LIMIT.matcher(line.cell("constraint"));
        while (limit.find()) {
            int value = Integer.parseInt(limit.group(2));
            switch (limit.group(1)) {
                case ">=" -> limits[0] = value;
                case ">" -> limits[0] = value + 1;
                case "<=" -> limits[1] = value;
                default -> limits[1] = value - 1;
            }
        }
        check(line, true);
        boolean possible = limits[0] < limits[1];
        if (!possible) {
            draft.note(where(line), "limits of the number", "They leave nothing to answer. Set them in the editor.");
        }
        add(
                line,
                ItemKind.NUMBER,
                possible ? Offer.range(limits[0], limits[1]) : Offer.range(0, MOST_NUMBER),
                Map.of(),
                showIf);
    }

    /** A constraint is carried where it is the limits of a number and nothing else. */
    private void check(Line line, boolean number) {
        String constraint = line.cell("constraint");
        String rest = number
                ? LIMIT.matcher(constraint)
                        .replaceAll("")
                        .replaceAll("(?i)\\band\\b", "")
                        .strip()
                : constraint;
        if (!rest.isEmpty()) {
            draft.note(
                    where(line),
                    "constraint: " + Texts.named(constraint),
                    "Answers are not checked against it. Say in the hint what is wanted.");
        }
    }

    private void range(Line line, @Nullable Condition showIf) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(line.cell("parameters"));
        while (parameter.find()) {
            parameters.put(parameter.group(1), Double.parseDouble(parameter.group(2)));
        }
        double start = parameters.getOrDefault("start", 0.0);
        double end = parameters.getOrDefault("end", 10.0);
        if (start == 0 && end == 10 && parameters.getOrDefault("step", 1.0) == 1) {
            Offer ends = Ends.of(where(line), Map.of(), draft.texts()).offer();
            add(line, ItemKind.ZERO_TO_TEN, ends, Map.of(), showIf);
        } else if (start < end
                && start == Math.rint(start)
                && end == Math.rint(end)
                && Math.abs(end) <= MOST_NUMBER
                && Math.abs(start) <= MOST_NUMBER) {
            draft.note(where(line), "steps of the range", "It is asked as a number between its ends. Nothing to do.");
            add(line, ItemKind.NUMBER, Offer.range((int) start, (int) end), Map.of(), showIf);
        } else {
            draft.note(where(line), "range", "Its ends are no whole numbers in order. Ask for a smaller unit.");
        }
    }

    private void effects(Line line) {
        Map<String, String> why = Map.of(
                "default", "Nothing is filled in before one answers. Nothing to do.",
                "calculation", "Nothing is computed while answering. Compute it from the exported answers.",
                "read_only", "Every question can be answered. Leave it out in the editor if it should not be asked.",
                "readonly", "Every question can be answered. Leave it out in the editor if it should not be asked.",
                "trigger", "Nothing is computed while answering. Nothing to do.");
        line.cells().forEach((name, text) -> {
            if (why.containsKey(name) && !text.isBlank()) {
                draft.note(where(line), "%s: %s".formatted(name, Texts.named(text)), why.get(name));
            } else if (name.startsWith("media") || name.matches("(image|audio|video|big-image)(::.*)?")) {
                draft.note(
                        where(line),
                        name + ": " + Texts.named(text),
                        "Pictures and sounds are not shown. Say it in words.");
            }
        });
    }

    private void add(Line line, ItemKind kind, Offer offer, Map<String, String> keys, @Nullable Condition showIf) {
        Variable variable = draft.item(new Draft.Question(
                where(line), kind, spoken(line.spoken("label")), spoken(line.spoken("hint")), offer, keys, showIf));
        if (variable != null) {
            draft.name(line.cell("name"), variable);
        }
    }

    private static String where(Line line) {
        return line.cell("name").isEmpty() ? "row " + line.number() : Texts.named(line.cell("name"));
    }
}
