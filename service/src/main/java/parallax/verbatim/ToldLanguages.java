package parallax.verbatim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import parallax.questionnaire.Audience;

/**
 * Languages that may stand beside a text. Texts of one writer in a language nobody else wrote in would be joined by it, and
 * the list of contacts would name the writer.
 */
final class ToldLanguages {

    private final Map<Audience, Set<String>> told;

    private ToldLanguages(Map<Audience, Set<String>> told) {
        this.told = told;
    }

    static ToldLanguages of(List<Writers> writers, ToIntFunction<Audience> minimum) {
        Map<Audience, Set<String>> told = new EnumMap<>(Audience.class);
        writers.stream()
                .collect(Collectors.groupingBy(Writers::audience))
                .forEach((audience, all) -> told.put(audience, told(all, minimum.applyAsInt(audience))));
        return new ToldLanguages(told);
    }

    /** The language; empty when it is not told. */
    String of(Audience audience, String language) {
        return told.getOrDefault(audience, Set.of()).contains(language) ? language : "";
    }

    /** Those left untold are a group too: languages join it, the least spoken first, until it is large enough. */
    private static Set<String> told(List<Writers> writers, int minimum) {
        List<Writers> ascending = new ArrayList<>(writers);
        ascending.sort(Comparator.comparingInt(Writers::people).thenComparing(Writers::language));
        int untold = 0;
        while (!ascending.isEmpty()) {
            Writers fewest = ascending.get(0);
            boolean isShort = untold > 0 && untold < minimum;
            if (fewest.people() >= minimum && !isShort && !fewest.language().isEmpty()) {
                break;
            }
            untold += fewest.people();
            ascending.remove(0);
        }
        return ascending.stream().map(Writers::language).collect(Collectors.toSet());
    }
}
