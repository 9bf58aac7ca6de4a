package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.FormQuestion;
import parallax.web.InputError;

/** Reads a posted page of answers. Only what the page itself could have sent is accepted. */
final class PageReader {

    static final String PAGE = "page";
    static final String VERSION = "version";
    static final String GO = "go";
    static final String CLEAR = "clear-";

    private static final Set<String> BUTTONS = Set.of("continue", "anyway", "back", "submit");
    private static final Set<String> FRAME = Set.of(PAGE, VERSION, GO);
    private static final int LONGEST_SHOWN = 40;

    private PageReader() {}

    /** The number of the page that was posted; empty when the form has no such page. */
    static Optional<Integer> page(AskedForm asked, PostedForm posted) {
        return pageNumber(asked, posted.single(PAGE).orElse(null));
    }

    static Optional<Integer> pageNumber(AskedForm asked, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= asked.parts());
    }

    /** Reads the answers of a question page over those kept before. */
    static Reading read(AskedForm asked, int page, PostedForm posted, Answers kept) {
        List<FormQuestion> questions = asked.page(page).questions();
        Set<String> names = questions.stream().map(FormQuestion::name).collect(Collectors.toSet());
        List<InputError> errors = new ArrayList<>(frameErrors(posted, names));
        Answers answers = kept;
        for (FormQuestion question : questions) {
            List<String> values = posted.all(question.name());
            Optional<Byte> answer = values.size() > 1 ? Optional.empty() : answer(question, values);
            if (answer.isEmpty()) {
                errors.add(wrongAnswer(question, values));
            }
            answers = answers.with(question, answer.orElse(FormQuestion.NOT_ANSWERED));
        }
        String go = posted.single(GO).orElse("continue");
        Optional<FormQuestion> cleared = questions.stream()
                .filter(question -> go.equals(CLEAR + question.name()))
                .findFirst();
        if (cleared.isPresent()) {
            answers = answers.with(cleared.get(), FormQuestion.NOT_ANSWERED);
        } else if (!BUTTONS.contains(go)) {
            errors.add(unknown(GO, go));
        }
        int version = posted.single(VERSION)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
        return new Reading(page, version, go, answers, errors);
    }

    /** What is wrong with the fields that are no answers, given the names of those that are. */
    static List<InputError> frameErrors(PostedForm posted, Set<String> questions) {
        Stream<InputError> foreign = posted.fields().keySet().stream()
                .filter(name -> !FRAME.contains(name) && !questions.contains(name))
                .map(name -> InputError.field(
                        name, null, "The form sent “%s”, which is no question of this page.".formatted(shown(name))));
        Stream<InputError> doubled = FRAME.stream()
                .sorted()
                .filter(name -> posted.all(name).size() > 1)
                .map(name -> InputError.field(name, null, "The form sent “%s” twice.".formatted(name)));
        Stream<InputError> version = posted.all(VERSION).stream()
                .filter(text -> !text.matches("[0-9]{1,9}"))
                .map(text -> unknown(VERSION, text));
        return Stream.of(foreign, doubled, version)
                .flatMap(all -> all)
                .limit(20)
                .toList();
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

    private static InputError wrongAnswer(FormQuestion question, List<String> values) {
        String what = values.size() > 1
                ? "“%s” takes one answer, not %d. Choose one of its rows.".formatted(question.text(), values.size())
                : "“%s” is none of the answers to “%s” Choose one of its rows."
                        .formatted(shown(values.get(0)), question.text());
        return InputError.field(question.name(), values.get(0), what);
    }

    private static InputError unknown(String field, String value) {
        return InputError.field(
                field, value, "The form sent “%s” as %s, which it does not know.".formatted(shown(value), field));
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
     */
    record Reading(int page, int version, String go, Answers answers, List<InputError> errors) {

        Reading {
            errors = List.copyOf(errors);
        }
    }
}
