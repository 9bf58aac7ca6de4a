package parallax.answering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.Walk;

/**
 * The way through a form that answers so far lead, page by page, and what of it is open.
 *
 * @param walk which pages and items are asked
 */
record Way(AskedForm form, Answers answers, Walk walk) {

    static Way through(AskedForm form, Answers answers) {
        return new Way(form, answers, Walk.through(form.questionnaire(), form.form(), answers));
    }

    boolean asks(FormItem item) {
        return walk.asks(item);
    }

    /** Pages on which something is asked, in their order. */
    List<FormPage> pages() {
        return walk.pages();
    }

    /** Pages, and the last part that reviews and sends. */
    int parts() {
        return pages().size() + 1;
    }

    /** Which part a page is, from 1; the review for a page that is not asked. */
    int part(int page) {
        List<FormPage> pages = pages();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() == page) {
                return i + 1;
            }
        }
        return parts();
    }

    /** The number of the first page asked from this number on; empty: only the review is left. */
    Optional<Integer> from(int page) {
        return pages().stream()
                .map(FormPage::number)
                .filter(number -> number >= page)
                .findFirst();
    }

    /** The number of the last page asked before this number; empty: there is none. */
    Optional<Integer> before(int page) {
        return pages().stream()
                .map(FormPage::number)
                .filter(number -> number < page)
                .reduce((one, other) -> other);
    }

    /** The answers that go with the ballot. */
    Answers counted() {
        Map<Integer, ItemAnswer> items = new TreeMap<>();
        pages().stream()
                .flatMap(page -> walk.items(page).stream())
                .forEach(item -> items.put(item.position(), answers.to(item)));
        return new Answers(answers.experience(), answers.importance(), items);
    }

    List<FormQuestion> openQuestions(FormPage page) {
        return page.questions().stream().filter(answers::isOpen).toList();
    }

    List<FormItem> openItems(FormPage page) {
        return walk.items(page).stream().filter(answers::isOpen).toList();
    }

    int open(FormPage page) {
        return openQuestions(page).size() + openItems(page).size();
    }

    /** How much of a page is answered. */
    int answered(FormPage page) {
        long questions = page.questions().stream()
                .filter(question -> answers.to(question) != FormQuestion.NOT_ANSWERED)
                .count();
        long items = walk.items(page).stream()
                .filter(item -> !answers.to(item).isNone())
                .count();
        return (int) (questions + items);
    }
}
