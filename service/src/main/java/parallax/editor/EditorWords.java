package parallax.editor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.WordingGuard.Change;

/** How the editor names what the API has codes for. */
final class EditorWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private EditorWords() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String of(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    static String of(ItemKind kind) {
        return switch (kind) {
            case AGREEMENT -> "How far one agrees";
            case SINGLE -> "One of several choices";
            case MULTIPLE -> "Any of several choices";
            case ZERO_TO_TEN -> "0 to 10";
            case WORDS -> "Up to three words";
            case SHORT_TEXT -> "One line of text";
            case LONG_TEXT -> "Text";
            case NUMBER -> "A whole number";
            case DATE -> "A date";
        };
    }

    static String of(Change change) {
        return switch (change) {
            case SAME -> "Same as last asked";
            case REWORDED -> "Reworded: no trend";
            case RESCALED -> "Other scale: no trend";
            case NEW -> "New";
        };
    }

    /** Who is asked, in a line. */
    static String asked(Item item) {
        return item.wordings().keySet().stream().sorted().map(EditorWords::of).collect(Collectors.joining(", "));
    }

    /** What an item asks, as its first audience reads it in a language; its key where that is not written yet. */
    static String question(Item item, String language) {
        return item.wordings().keySet().stream()
                .sorted()
                .flatMap(audience -> item.text(audience, language).stream())
                .map(ItemText::question)
                .findFirst()
                .orElse(item.key());
    }

    /** When an item is asked, in words; null for always. */
    static @Nullable String condition(Questionnaire model, @Nullable Condition condition) {
        if (condition == null) {
            return null;
        }
        if (condition instanceof Condition.Met met) {
            return "a touchpoint of " + met.owner().code() + " was met";
        } else if (condition instanceof Condition.Encountered touchpoint) {
            int position = model.positionOf(touchpoint.touchpoint());
            return "“"
                    + (position < 0
                            ? touchpoint.touchpoint()
                            : model.touchpoints().get(position).label(model.defaultLanguage()))
                    + "” was met";
        } else if (condition instanceof Condition.OneOf one) {
            return "“%s” was answered with %s"
                    .formatted(one.item(), one.choices().stream().sorted().collect(Collectors.joining(" or ")));
        } else if (condition instanceof Condition.Between between) {
            return "“%s” was answered with %d to %d".formatted(between.item(), between.low(), between.high());
        } else if (condition instanceof Condition.Every every) {
            return joined(model, every.parts(), " and ");
        } else if (condition instanceof Condition.Any any) {
            return joined(model, any.parts(), " or ");
        } else if (condition instanceof Condition.Not not) {
            return "not (" + condition(model, not.part()) + ")";
        }
        return "";
    }

    private static String joined(Questionnaire model, List<Condition> parts, String by) {
        return parts.stream().map(part -> condition(model, part)).collect(Collectors.joining(by, "(", ")"));
    }
}
