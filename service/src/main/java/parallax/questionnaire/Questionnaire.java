package parallax.questionnaire;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an engagement asks, once, for all audiences. The position of a touchpoint in the list is the position of its
 * answers in every response of that version.
 *
 * @param languages language tags, the first is the default
 * @param scalePoints 5 or 7, the same for all audiences
 * @param pages of items that are asked after the touchpoints; no two items or touchpoints share a key, and no two pages
 * @param texts key of a standard text of the answering pages (a button, the privacy promise) to language tag to one's own
 *     words for it
 */
public record Questionnaire(
        List<String> languages,
        int scalePoints,
        List<Touchpoint> touchpoints,
        List<ItemPage> pages,
        Map<String, Map<String, String>> texts) {

    public static final int MOST_ITEMS = 200;

    private static final int MOST_TOUCHPOINTS = 100;

    public Questionnaire {
        languages = List.copyOf(languages);
        touchpoints = List.copyOf(touchpoints);
        if (languages.isEmpty()) {
            throw new UnfitModelException("a questionnaire needs at least one language");
        }
        if (scalePoints != 5 && scalePoints != 7) {
            throw new UnfitModelException("scale_points must be 5 or 7, was " + scalePoints);
        }
        if (touchpoints.isEmpty() || touchpoints.size() > MOST_TOUCHPOINTS) {
            throw new UnfitModelException("a questionnaire has 1 to %d touchpoints, this one has %d"
                    .formatted(MOST_TOUCHPOINTS, touchpoints.size()));
        }
        pages = List.copyOf(pages);
        Map<String, Map<String, String>> copy = new TreeMap<>();
        texts.forEach((key, words) -> copy.put(key, Map.copyOf(words)));
        texts = Collections.unmodifiableMap(copy);
        Set<String> keys = new HashSet<>();
        for (Touchpoint touchpoint : touchpoints) {
            if (!keys.add(touchpoint.key())) {
                throw new UnfitModelException("touchpoint key '%s' stands twice".formatted(touchpoint.key()));
            }
            for (String language : languages) {
                if (!touchpoint.labels().containsKey(language)) {
                    throw new UnfitModelException(
                            "touchpoint '%s' has no label in '%s'".formatted(touchpoint.key(), language));
                }
            }
        }
        mustBeUnique(pages, keys);
    }

    /** One of ratings only. */
    public Questionnaire(List<String> languages, int scalePoints, List<Touchpoint> touchpoints) {
        this(languages, scalePoints, touchpoints, List.of(), Map.of());
    }

    private static void mustBeUnique(List<ItemPage> pages, Set<String> keys) {
        int items = 0;
        Set<String> pageKeys = new HashSet<>();
        for (ItemPage page : pages) {
            if (!pageKeys.add(page.key())) {
                throw new UnfitModelException("page key '%s' stands twice".formatted(page.key()));
            }
            for (Item item : page.items()) {
                if (!keys.add(item.key())) {
                    throw new UnfitModelException("item key '%s' stands twice".formatted(item.key()));
                }
                items++;
            }
        }
        if (items > MOST_ITEMS) {
            throw new UnfitModelException(
                    "a questionnaire has at most %d items, this one has %d".formatted(MOST_ITEMS, items));
        }
    }

    /** All items, pages in their order; the position of an item in this list is the one of its answers. */
    public List<Item> items() {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    public String defaultLanguage() {
        return languages.get(0);
    }

    /** Position of a touchpoint, or -1 when it is not asked. */
    public int positionOf(String key) {
        for (int i = 0; i < touchpoints.size(); i++) {
            if (touchpoints.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
