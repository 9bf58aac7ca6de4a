package parallax.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parallax.questionnaire.Condition;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

/**
 * The way through a form that answers so far lead: the pages on which something is asked, the items asked, and those of
 * the answers that count. An answer to an item that is not asked any more neither counts nor meets a condition.
 */
final class Way implements Condition.Given {

    private final Questionnaire questionnaire;
    private final Answers answers;
    private final Map<String, ItemAnswer> counted = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final List<FormPage> pages = new ArrayList<>();

    private Way(Questionnaire questionnaire, Answers answers) {
        this.questionnaire = questionnaire;
        this.answers = answers;
    }

    static Way through(AskedForm form, Answers answers) {
        Way way = new Way(form.questionnaire(), answers);
        form.form().pages().forEach(way::walk);
        return way;
    }

    /** Conditions look back only, so one walk in the order of the form settles all. */
    private void walk(FormPage page) {
        boolean any = !page.touchpoints().isEmpty();
        for (FormItem item : page.items()) {
            if (item.isAsked(this)) {
                any = true;
                asked.add(item.position());
                counted.put(item.key(), answers.to(item));
            }
        }
        if (any) {
            pages.add(page);
        }
    }

    boolean asks(FormItem item) {
        return asked.contains(item.position());
    }

    boolean asks(FormPage page) {
        return pages.contains(page);
    }

    /** Pages on which something is asked, in their order. */
    List<FormPage> pages() {
        return pages;
    }

    /** Pages, and the last part that reviews and sends. */
    int parts() {
        return pages.size() + 1;
    }

    /** Which part a page is, from 1; the review for a page that is not asked. */
    int part(int page) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() == page) {
                return i + 1;
            }
        }
        return parts();
    }

    /** The number of the first page asked from this number on; empty: only the review is left. */
    Optional<Integer> from(int page) {
        return pages.stream()
                .map(FormPage::number)
                .filter(number -> number >= page)
                .findFirst();
    }

    /** The number of the last page asked before this number; empty: there is none. */
    Optional<Integer> before(int page) {
        return pages.stream()
                .map(FormPage::number)
                .filter(number -> number < page)
                .reduce((one, other) -> other);
    }

    /** The answers that go with the ballot. */
    Answers counted() {
        Map<Integer, ItemAnswer> items = new TreeMap<>(answers.items());
        items.keySet().retainAll(asked);
        return new Answers(answers.experience(), answers.importance(), items);
    }

    List<FormQuestion> openQuestions(FormPage page) {
        return page.questions().stream().filter(answers::isOpen).toList();
    }

    List<FormItem> openItems(FormPage page) {
        return page.items().stream()
                .filter(item -> asks(item) && answers.isOpen(item))
                .toList();
    }

    int open(FormPage page) {
        return openQuestions(page).size() + openItems(page).size();
    }

    /** How much of a page is answered. */
    int answered(FormPage page) {
        long questions = page.questions().stream()
                .filter(question -> answers.to(question) != FormQuestion.NOT_ANSWERED)
                .count();
        long items = page.items().stream()
                .filter(item -> asks(item) && !answers.to(item).isNone())
                .count();
        return (int) (questions + items);
    }

    @Override
    public boolean met(Owner owner) {
        List<Touchpoint> touchpoints = questionnaire.touchpoints();
        for (int i = 0; i < touchpoints.size(); i++) {
            if (owner.isMetBy(touchpoints.get(i).owner()) && answers.experience()[i] != FormQuestion.NOT_ENCOUNTERED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean encountered(String touchpoint) {
        int position = questionnaire.positionOf(touchpoint);
        return position >= 0
                && answers.experience()[position] != FormQuestion.NOT_ANSWERED
                && answers.experience()[position] != FormQuestion.NOT_ENCOUNTERED;
    }

    @Override
    public ItemAnswer answer(String item) {
        return counted.getOrDefault(item, ItemAnswer.NONE);
    }
}
