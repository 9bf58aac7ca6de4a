package parallax.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item on a form.
 *
 * @param item what it is made from
 * @param position of the item in the questionnaire, pages in their order
 * @param text the question; it may hold {@link TextPiece}s
 * @param hint one sentence; null when there is none
 * @param options of a scale or a choice, low end first; the way out and {@code other} last; empty for what is written
 * @param low words at 0 of a 0–10 item; empty for other kinds
 * @param high words at 10
 */
public record FormItem(
        Item item,
        int position,
        String text,
        @Nullable String hint,
        List<FormOption> options,
        String low,
        String high) {

    public FormItem {
        options = List.copyOf(options);
    }

    /** Whether it is asked for these answers. {@link Walk} says which answers count. */
    boolean isAsked(Condition.Given given) {
        return item.showIf() == null || item.showIf().holds(given);
    }

    public String key() {
        return item.key();
    }

    public ItemKind kind() {
        return item.kind();
    }

    /** Of the form field: {@code q} and the position. What is written beside "other" comes as this name and {@code _other}, the words as {@code _1}, {@code _2}, {@code _3}. */
    public String name() {
        return "q" + position;
    }

    /**
     * The answer that fields of a form sent.
     *
     * @param sent values of the field; blank ones are none
     * @param other what was written beside "other"; kept only where that was taken
     * @throws AnswerException saying what is wrong with them
     */
    public ItemAnswer read(List<String> sent, String other) {
        return ItemReader.read(this, sent, other);
    }
}
