package parallax.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Rewording;

/**
 * One's own words for a question on a touchpoint, as sent, shown and stored.
 *
 * @param audience {@code customer}, {@code sales} or {@code marketing}
 * @param measure {@code experience} or {@code importance}
 * @param text the whole question, 1 to 300 characters; it names its touchpoint
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RewordingJson(
        @Nullable String audience,
        @Nullable String measure,
        @Nullable String language,
        @Nullable String text) {

    /** In the order of audience, measure and language, so that equal ones read alike. */
    static List<@Nullable RewordingJson> from(List<Rewording> rewordings) {
        return List.copyOf(rewordings.stream()
                .sorted(Comparator.comparing(Rewording::audience)
                        .thenComparing(Rewording::measure)
                        .thenComparing(Rewording::language))
                .map(rewording -> new RewordingJson(
                        rewording.audience().code(),
                        rewording.measure().code(),
                        rewording.language(),
                        rewording.text()))
                .toList());
    }

    /** Of stored JSON, which is known to be whole. */
    static List<Rewording> whole(List<@Nullable RewordingJson> stored) {
        return stored.stream()
                .filter(Objects::nonNull)
                .map(json -> new Rewording(
                        Audience.ofCode(part(json.audience())),
                        Measure.ofCode(part(json.measure())),
                        part(json.language()),
                        part(json.text())))
                .toList();
    }

    private static String part(@Nullable String part) {
        return Objects.requireNonNull(part, "stored rewording lacks a part");
    }
}
