package parallax.answering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.SentItem;
import parallax.web.InputError;

/** Reads a posted page of answers. Only what the page itself could have sent is accepted. */
final class PageReader {

    static final String PAGE = "page";
    static final String VERSION = "version";
    static final String GO = "go";
    /** Positions of the items that the page showed, with dots between: one that an answer led to meanwhile was not there. */
    static final String SHOWN = "shown";

    static final String CLEAR = "clear-";
    static final String LANGUAGE = "language-";

    private static final Set<String> BUTTONS = Set.of("continue", "anyway", "back", "submit", "save");
    private static final Set<String> FRAME = Set.of(PAGE, VERSION, GO, SHOWN);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,3}([.][0-9]{1,3})*)?");
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_ERRORS = 20;

    private final AskedForm asked;
    private final PostedForm posted;
    private final int page;
    private final List<InputError> errors = new ArrayList<>();
    private final Map<Integer, ItemAnswer> typed = new HashMap<>();
    private Answers answers;

    private PageReader(AskedForm asked, int page, PostedForm posted, Answers kept) {
        this.asked = asked;
        this.page = page;
        this.posted = posted;
        this.answers = kept;
    }

    /** The number of the page that was posted; empty when the form has no such page. */
    static Optional<Integer> page(AskedForm asked, PostedForm posted) {
        return pageNumber(asked, posted.single(PAGE).orElse(null));
    }

    static Optional<Integer> pageNumber(AskedForm asked, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.length() <= 3 && NUMBER.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= asked.reviewPage());
    }

    /** Reads the answers of a question page over those kept before. */
    static Reading read(AskedForm asked, int page, PostedForm posted, Answers kept) {
        return new PageReader(asked, page, posted, kept).read();
    }

    private Reading read() {
        List<FormQuestion> questions = asked.page(page).questions();
        // What was stopped while somebody looked at it is no error of his, and no answer any more.
        Set<String> names = new HashSet<>(asked.form().stopped());
        questions.forEach(question -> names.add(question.name()));
        Optional<Set<Integer>> shown = shown();
        questions.forEach(this::read);
        boolean more = false;
        for (FormItem item : asked.page(page).items()) {
            if (item.item().showIf() == null || Way.through(asked, answers).asks(item)) {
                boolean there = shown.map(all -> all.contains(item.position())).orElse(true);
                more |= !there;
                if (there) {
                    read(item);
                }
            }
        }
        asked.page(page).items().forEach(item -> addNames(item, names, shown));
        errors.addAll(0, frameErrors(asked.texts(), posted, names));
        String go = posted.single(GO).orElse("continue");
        clear(go);
        int version = posted.single(VERSION)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .orElse(0);
        return new Reading(page, version, go, answers, typed, more, errors);
    }

    /** What an item that is not asked sends is no field of this page, unless the page did show it. */
    private void addNames(FormItem item, Set<String> names, Optional<Set<Integer>> shown) {
        boolean known = shown.isPresent()
                ? shown.get().contains(item.position())
                : Way.through(asked, answers).asks(item);
        if (!known) {
            return;
        }
        names.addAll(SentItem.fields(item));
    }

    private Optional<Set<Integer>> shown() {
        return posted.single(SHOWN)
                .filter(text -> NUMBERS.matcher(text).matches())
                .map(text -> Arrays.stream(text.split("[.]", -1))
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()));
    }

    private void read(FormQuestion question) {
        List<String> values = posted.all(question.name());
        Optional<Byte> answer = values.size() > 1 ? Optional.empty() : answer(question, values);
        if (answer.isEmpty()) {
            errors.add(wrongAnswer(question, values));
        }
        answers = answers.with(question, answer.orElse(FormQuestion.NOT_ANSWERED));
    }

    private void read(FormItem item) {
        SentItem sent = SentItem.of(item, posted::all);
        try {
            answers = answers.with(item, sent.answerTo(item));
        } catch (AnswerException refused) {
            typed.put(item.position(), new ItemAnswer(sent.values(), sent.other()));
            String first = sent.values().isEmpty() ? null : sent.values().get(0);
            errors.add(InputError.field(item.name(), first, sentence(asked.texts(), refused)));
        }
    }

    private void clear(String go) {
        if (!go.startsWith(CLEAR)) {
            if (!BUTTONS.contains(go) && !go.startsWith(LANGUAGE)) {
                errors.add(unknown(asked.texts(), GO, go));
            }
            return;
        }
        String name = go.substring(CLEAR.length());
        Optional<FormQuestion> question = asked.page(page).questions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        Optional<FormItem> item = asked.page(page).items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        question.ifPresent(one -> answers = answers.with(one, FormQuestion.NOT_ANSWERED));
        item.ifPresent(one -> answers = answers.with(one, ItemAnswer.NONE));
        if (question.isEmpty() && item.isEmpty()) {
            errors.add(unknown(asked.texts(), GO, go));
        }
    }

    static String sentence(Texts texts, AnswerException refused) {
        List<Object> arguments = refused.arguments();
        return switch (refused.fault()) {
            case NO_OPTION -> texts.get("error.no_option");
            case TOO_MANY -> texts.get("error.too_many", "max", arguments.get(0));
            case TOO_LONG -> texts.get("error.too_long", "max", arguments.get(0));
            case NO_NUMBER ->
                texts.get(
                        "error.no_number",
                        Map.of(
                                "min", arguments.get(0).toString(),
                                "max", arguments.get(1).toString()));
            case NO_DAY -> texts.get("error.no_day");
            case UNREADABLE -> texts.get("error.unreadable");
        };
    }

    /** What is wrong with the fields that are no answers, given the names of those that are. */
    static List<InputError> frameErrors(Texts texts, PostedForm posted, Set<String> names) {
        List<InputError> errors = new ArrayList<>();
        posted.fields().forEach((name, values) -> {
            if (!FRAME.contains(name) && !names.contains(name)) {
                errors.add(InputError.field(name, null, texts.get("error.foreign_field", "field", shown(name))));
            }
        });
        FRAME.stream()
                .sorted()
                .filter(name -> posted.all(name).size() > 1)
                .forEach(name ->
                        errors.add(InputError.field(name, null, texts.get("error.doubled_field", "field", name))));
        posted.all(VERSION).stream()
                .filter(text -> !NUMBER.matcher(text).matches())
                .forEach(text -> errors.add(unknown(texts, VERSION, text)));
        posted.all(SHOWN).stream()
                .filter(text -> !NUMBERS.matcher(text).matches())
                .forEach(text -> errors.add(unknown(texts, SHOWN, text)));
        return errors.size() > MOST_ERRORS ? errors.subList(0, MOST_ERRORS) : errors;
    }

    private static Optional<Byte> answer(FormQuestion question, List<String> values) {
        if (values.isEmpty()) {
            return Optional.of(FormQuestion.NOT_ANSWERED);
        }
        try {
            return Optional.of(question.read(values.get(0)));
        } catch (IllegalArgumentException noneOfTheOptions) {
            return Optional.empty();
        }
    }

    private InputError wrongAnswer(FormQuestion question, List<String> values) {
        String what = values.size() > 1
                ? asked.texts().get("error.several_answers", "question", question.text())
                : asked.texts()
                        .get("error.wrong_answer", Map.of("value", shown(values.get(0)), "question", question.text()));
        return InputError.field(question.name(), values.get(0), what);
    }

    private static InputError unknown(Texts texts, String field, String value) {
        return InputError.field(
                field, value, texts.get("error.unknown_value", Map.of("value", shown(value), "field", field)));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /**
     * A page as it was posted.
     *
     * @param version of the page when it was shown
     * @param go the button
     * @param answers those kept before, with this page's put over them; a wrong answer counts as not given
     * @param typed item position to what was sent and is no answer to it
     * @param more whether these answers led to items that the page did not show
     */
    record Reading(
            int page,
            int version,
            String go,
            Answers answers,
            Map<Integer, ItemAnswer> typed,
            boolean more,
            List<InputError> errors) {

        Reading {
            errors = List.copyOf(errors);
        }
    }
}
