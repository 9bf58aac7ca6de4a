package parallax.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next opaque cursor for {@code ?after=}, null at the end (and shown so)
 */
public record Slice<T>(List<T> items, @JsonInclude @Nullable String next) {

    /** Most items of one answer. */
    public static final int LONGEST = 200;

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Makes a slice of rows that were asked for one more than wanted.
     *
     * @param rows at most {@code limit + 1}; the one too many says that there is more
     * @param key what the next query starts after
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Slice<>(items, cursor(key.apply(items.get(limit - 1))));
    }

    /**
     * The wanted number of items: {@code ?limit=}, or {@value #LONGEST} without.
     *
     * @throws RefusedException outside 1 to 200
     */
    public static int limit(@Nullable Integer wanted) {
        int limit = wanted == null ? LONGEST : wanted;
        if (limit < 1 || limit > LONGEST) {
            throw wrong("limit", String.valueOf(limit), "It must be between 1 and " + LONGEST + ".");
        }
        return limit;
    }

    /**
     * The key in a cursor.
     *
     * @throws RefusedException when it is none of ours
     */
    public static Optional<String> after(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!key.isEmpty() && CleanText.isClean(key)) {
                return Optional.of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw wrongCursor(cursor);
    }

    /** For a cursor that decodes, but to no key of this list. */
    public static RefusedException wrongCursor(String cursor) {
        return wrong("after", cursor, "Take the value of \"next\" from the answer before.");
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedException wrong(String name, String value, String message) {
        return new RefusedException(
                ProblemType.INVALID,
                "The query parameter " + name + " is wrong.",
                List.of(InputError.field(name, value, message)));
    }
}
