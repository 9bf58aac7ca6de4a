package parallax.questionnaire;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something asked beside the touchpoint ratings. One item serves all audiences: they share its key, kind and choices, and
 * read it in their own words. That is what makes the team's forms mirrors of the customers'.
 *
 * @param key stable across versions and waves, unique in the questionnaire: a lower-case letter, then letters, digits,
 *     {@code _} or {@code -}, 40 at most
 * @param wordings audience to language tag to what it reads; an audience without wording is not asked
 * @param offer what can be answered
 * @param showIf when it is asked; null: always
 * @param source where it comes from, for consultants; no client report prints it; may be empty
 */
public record Item(
        String key,
        ItemKind kind,
        Map<Audience, Map<String, ItemText>> wordings,
        Offer offer,
        @Nullable Condition showIf,
        String source) {

    public static final int LONGEST_SOURCE = 1000;

    public Item {
        Keys.check("item", key);
        if (wordings.isEmpty()) {
            throw new UnfitModelException("item '%s' is asked of nobody".formatted(key));
        }
        if (source.length() > LONGEST_SOURCE) {
            throw new UnfitModelException(
                    "the source of item '%s' has at most %d characters".formatted(key, LONGEST_SOURCE));
        }
        Map<Audience, Map<String, ItemText>> copy = new EnumMap<>(Audience.class);
        wordings.forEach((audience, texts) -> copy.put(audience, Map.copyOf(texts)));
        wordings = Map.copyOf(copy);
        try {
            offer.mustSuit(kind);
        } catch (UnfitModelException e) {
            throw new UnfitModelException("item '%s': %s".formatted(key, e.getMessage()), e);
        }
    }

    public boolean isAskedOf(Audience audience) {
        return wordings.containsKey(audience);
    }

    /** What an audience reads in a language; empty when it is not asked or the text is not written yet. */
    public Optional<ItemText> text(Audience audience, String language) {
        return Optional.ofNullable(wordings.getOrDefault(audience, Map.of()).get(language));
    }
}
