package parallax.answering;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Walk;

/**
 * The answers of one respondent. Position i of each array is touchpoint i of the frozen questionnaire version:
 * 0 not answered, 1…K the rating, 255 did not encounter / cannot judge.
 *
 * @param experience one byte a touchpoint
 * @param importance one byte a touchpoint
 * @param items position of an item in the questionnaire to its answer; those not answered are left out
 */
public record Answers(byte[] experience, byte[] importance, Map<Integer, ItemAnswer> items) implements Walk.Replies {

    public Answers {
        if (experience.length != importance.length) {
            throw new IllegalArgumentException("experience has %d positions, importance %d: both need one a touchpoint"
                    .formatted(experience.length, importance.length));
        }
        Map<Integer, ItemAnswer> answered = new TreeMap<>(items);
        answered.values().removeIf(ItemAnswer::isNone);
        items = Collections.unmodifiableMap(answered);
    }

    /** Ratings only. */
    public Answers(byte[] experience, byte[] importance) {
        this(experience, importance, Map.of());
    }

    /** Nothing answered yet. */
    public static Answers none(int touchpoints) {
        return new Answers(new byte[touchpoints], new byte[touchpoints]);
    }

    public int touchpoints() {
        return experience.length;
    }

    /** The answer to a question, as a response holds it. */
    public byte to(FormQuestion question) {
        return of(question.measure())[question.position()];
    }

    @Override
    public byte experience(int position) {
        return experience[position];
    }

    @Override
    public ItemAnswer to(FormItem item) {
        return items.getOrDefault(item.position(), ItemAnswer.NONE);
    }

    /** These answers with one replaced; the original stays as it is. */
    public Answers with(FormQuestion question, byte answer) {
        Answers changed = new Answers(experience.clone(), importance.clone(), items);
        changed.of(question.measure())[question.position()] = answer;
        return changed;
    }

    /** These answers with one replaced; the original stays as it is. */
    public Answers with(FormItem item, ItemAnswer answer) {
        Map<Integer, ItemAnswer> changed = new TreeMap<>(items);
        changed.put(item.position(), answer);
        return new Answers(experience, importance, changed);
    }

    /** Whether nothing at all is answered; "did not encounter" is an answer. */
    public boolean isEmpty() {
        for (int i = 0; i < experience.length; i++) {
            if (experience[i] != FormQuestion.NOT_ANSWERED || importance[i] != FormQuestion.NOT_ANSWERED) {
                return false;
            }
        }
        return items.isEmpty();
    }

    /** Whether a question waits for an answer. Importance is optional where the touchpoint was not encountered. */
    boolean isOpen(FormQuestion question) {
        return to(question) == FormQuestion.NOT_ANSWERED && !isOptional(question);
    }

    /** Whether an item waits for an answer. One's own words are never asked for twice. */
    boolean isOpen(FormItem item) {
        return !item.kind().isText() && to(item).isNone();
    }

    boolean isOptional(FormQuestion question) {
        return question.measure() == Measure.IMPORTANCE
                && experience[question.position()] == FormQuestion.NOT_ENCOUNTERED;
    }

    private byte[] of(Measure measure) {
        return switch (measure) {
            case EXPERIENCE -> experience;
            case IMPORTANCE -> importance;
        };
    }
}
