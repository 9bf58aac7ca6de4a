package parallax.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Owner;

/** Reads conditions. Whether they can occur is for the whole questionnaire to say. */
final class ConditionReader {

    static final int DEEPEST = 6;
    static final int MOST_PARTS = 20;

    private static final String FORMS =
            "Give one condition: met, encountered, item with one_of, item with at_least and at_most, every, any, or not.";

    private final TextReader text;

    ConditionReader(TextReader text) {
        this.text = text;
    }

    @Nullable
    Condition read(String pointer, @Nullable ConditionJson sent) {
        return read(pointer, sent, 1);
    }

    private @Nullable Condition read(String pointer, @Nullable ConditionJson sent, int depth) {
        if (sent == null || forms(sent) != 1) {
            text.fault(pointer, null, FORMS);
            return null;
        }
        if (depth > DEEPEST) {
            text.fault(pointer, null, "Conditions stand at most %d deep in each other.".formatted(DEEPEST));
            return null;
        }
        if (sent.met() != null) {
            Owner owner = text.code(
                    TextReader.at(pointer, "met"), sent.met(), Owner::ofCode, TextReader.codes(Owner.values()));
            return owner == null ? null : new Condition.Met(owner);
        }
        if (sent.encountered() != null) {
            String touchpoint = text.key(TextReader.at(pointer, "encountered"), sent.encountered());
            return touchpoint.isEmpty() ? null : new Condition.Encountered(touchpoint);
        }
        if (sent.item() != null) {
            return ofItem(pointer, sent, sent.item());
        }
        if (sent.not() != null) {
            Condition part = read(TextReader.at(pointer, "not"), sent.not(), depth + 1);
            return part == null ? null : new Condition.Not(part);
        }
        return ofParts(pointer, sent, depth);
    }

    private static long forms(ConditionJson sent) {
        boolean strayPart =
                sent.item() == null && (sent.oneOf() != null || sent.atLeast() != null || sent.atMost() != null);
        return (strayPart ? 2 : 0)
                + Stream.of(sent.met(), sent.encountered(), sent.item(), sent.every(), sent.any(), sent.not())
                        .filter(form -> form != null)
                        .count();
    }

    private @Nullable Condition ofItem(String pointer, ConditionJson sent, String key) {
        String item = text.key(TextReader.at(pointer, "item"), key);
        List<@Nullable String> choices = sent.oneOf();
        boolean limits = sent.atLeast() != null || sent.atMost() != null;
        if ((choices != null) == limits) {
            text.fault(pointer, null, "Beside item, give one_of, or at_least and at_most.");
            return null;
        }
        return choices != null ? oneOf(pointer, item, choices) : between(pointer, item, sent);
    }

    private @Nullable Condition oneOf(String pointer, String item, List<@Nullable String> choices) {
        String at = TextReader.at(pointer, "one_of");
        if (choices.isEmpty() || choices.size() > 60) {
            text.fault(at, choices.size(), "Name 1 to 60 answers.");
            return null;
        }
        Set<String> read = new TreeSet<>();
        for (int i = 0; i < choices.size(); i++) {
            String choice = text.text(TextReader.at(at, i), choices.get(i), "the key of a choice, or a point", 40);
            if (!choice.isEmpty() && !read.add(choice)) {
                text.fault(TextReader.at(at, i), choice, "This answer stands twice. Remove one.");
            }
        }
        return item.isEmpty() || read.size() < choices.size() ? null : new Condition.OneOf(item, read);
    }

    private @Nullable Condition between(String pointer, String item, ConditionJson sent) {
        Integer low = sent.atLeast();
        Integer high = sent.atMost();
        if (low == null || high == null) {
            text.fault(
                    TextReader.at(pointer, low == null ? "at_least" : "at_most"),
                    null,
                    "Give both at_least and at_most, whole numbers.");
            return null;
        }
        if (low > high) {
            text.fault(TextReader.at(pointer, "at_least"), low, "Use a number not above at_most.");
            return null;
        }
        return item.isEmpty() ? null : new Condition.Between(item, low, high);
    }

    private @Nullable Condition ofParts(String pointer, ConditionJson sent, int depth) {
        boolean every = sent.every() != null;
        List<@Nullable ConditionJson> parts = every ? sent.every() : sent.any();
        String at = TextReader.at(pointer, every ? "every" : "any");
        if (parts == null || parts.isEmpty() || parts.size() > MOST_PARTS) {
            text.fault(at, parts == null ? null : parts.size(), "Give 1 to %d conditions.".formatted(MOST_PARTS));
            return null;
        }
        List<Condition> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Condition part = read(TextReader.at(at, i), parts.get(i), depth + 1);
            if (part != null) {
                read.add(part);
            }
        }
        if (read.size() < parts.size()) {
            return null;
        }
        return every ? new Condition.Every(read) : new Condition.Any(read);
    }
}
