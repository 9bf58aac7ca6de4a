package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the fields of a page sent to an item, on the web and by phone alike.
 *
 * @param values of its fields, as sent
 * @param other what was written beside {@link Choice#OTHER}; "" without
 */
public record SentItem(List<String> values, String other) {

    private static final String BESIDE = "_other";

    public SentItem {
        values = List.copyOf(values);
    }

    /**
     * Gathers it.
     *
     * @param sent name of a field to what it sent; an empty list where it sent nothing
     */
    public static SentItem of(FormItem item, Function<String, List<String>> sent) {
        List<String> values = new ArrayList<>();
        answerFields(item).forEach(name -> values.addAll(sent.apply(name)));
        List<String> others = sent.apply(otherField(item));
        String other = others.isEmpty() ? "" : others.get(0);
        // written, but the row above it not marked
        if (item.kind() == ItemKind.SINGLE && values.stream().allMatch(String::isBlank) && !other.isBlank()) {
            values.add(Choice.OTHER);
        }
        return new SentItem(values, other);
    }

    /** The fields in which an answer comes: three for words, one for all else. */
    public static List<String> answerFields(FormItem item) {
        return item.kind() == ItemKind.WORDS
                ? IntStream.rangeClosed(1, ItemKind.WORDS.mostTexts())
                        .mapToObj(number -> item.name() + "_" + number)
                        .toList()
                : List.of(item.name());
    }

    /** The field of what is written beside {@link Choice#OTHER}. */
    public static String otherField(FormItem item) {
        return item.name() + BESIDE;
    }

    /** All fields that a page sends of an item. */
    public static List<String> fields(FormItem item) {
        List<String> fields = new ArrayList<>(answerFields(item));
        if (item.item().offer().other()) {
            fields.add(otherField(item));
        }
        return fields;
    }

    /**
     * The answer in it.
     *
     * @throws AnswerException saying what is wrong with it
     */
    public ItemAnswer answerTo(FormItem item) {
        return item.read(values, other);
    }
}
