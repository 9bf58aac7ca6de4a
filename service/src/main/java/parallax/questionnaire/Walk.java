package parallax.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way through a form that answers lead, on the web and by phone alike: the items asked, the pages on which something is
 * asked, and the answers that count. An answer to an item that is not asked any more neither counts nor meets a condition.
 */
public final class Walk implements Condition.Given {

    /** What was answered, whether or not it is asked. */
    public interface Replies {

        /** Nothing was answered yet. */
        Replies NONE = new Replies() {
            @Override
            public byte experience(int position) {
                return FormQuestion.NOT_ANSWERED;
            }

            @Override
            public ItemAnswer to(FormItem item) {
                return ItemAnswer.NONE;
            }
        };

        /** Experience of the touchpoint at a position of the questionnaire, as a response holds it. */
        byte experience(int position);

        /** The answer to an item; {@link ItemAnswer#NONE} when there is none. */
        ItemAnswer to(FormItem item);
    }

    private final Questionnaire questionnaire;
    private final Form form;
    private final Replies replies;
    private final Map<String, ItemAnswer> counted = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final List<FormPage> pages = new ArrayList<>();

    private Walk(Questionnaire questionnaire, Form form, Replies replies) {
        this.questionnaire = questionnaire;
        this.form = form;
        this.replies = replies;
    }

    /**
     * The way that these answers lead.
     *
     * @param form made of that questionnaire, perhaps without what is not asked any more
     */
    public static Walk through(Questionnaire questionnaire, Form form, Replies replies) {
        Walk walk = new Walk(questionnaire, form, replies);
        form.pages().forEach(walk::pass);
        return walk;
    }

    /** Conditions look back only, so one walk in the order of the form settles all. */
    private void pass(FormPage page) {
        boolean any = !page.touchpoints().isEmpty();
        for (FormItem item : page.items()) {
            if (item.isAsked(this)) {
                any = true;
                asked.add(item.position());
                counted.put(item.key(), replies.to(item));
            }
        }
        if (any) {
            pages.add(page);
        }
    }

    public boolean asks(FormItem item) {
        return asked.contains(item.position());
    }

    /** Items of a page that are asked, in their order. */
    public List<FormItem> items(FormPage page) {
        return page.items().stream().filter(this::asks).toList();
    }

    /** Pages on which something is asked, in their order. */
    public List<FormPage> pages() {
        return List.copyOf(pages);
    }

    @Override
    public boolean met(Owner owner) {
        boolean told = false;
        for (int i = 0; i < questionnaire.touchpoints().size(); i++) {
            if (!owner.isMetBy(questionnaire.touchpoints().get(i).owner())) {
                continue;
            }
            byte experience = replies.experience(i);
            if (experience == FormQuestion.NOT_ENCOUNTERED) {
                told = true;
            } else if (experience != FormQuestion.NOT_ANSWERED || isRatedHere(i)) {
                return true;
            }
        }
        // where nobody is asked of that team's touchpoints nobody can say that they met none
        return !told;
    }

    private boolean isRatedHere(int position) {
        return form.pages().stream()
                .flatMap(page -> page.touchpoints().stream())
                .anyMatch(touchpoint -> touchpoint.position() == position);
    }

    @Override
    public boolean encountered(String touchpoint) {
        int position = questionnaire.positionOf(touchpoint);
        return position >= 0
                && replies.experience(position) != FormQuestion.NOT_ANSWERED
                && replies.experience(position) != FormQuestion.NOT_ENCOUNTERED;
    }

    @Override
    public ItemAnswer answer(String item) {
        return counted.getOrDefault(item, ItemAnswer.NONE);
    }
}
