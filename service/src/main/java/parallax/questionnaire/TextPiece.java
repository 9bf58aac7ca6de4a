package parallax.questionnaire;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text may leave to be filled in when it is shown. */
public enum TextPiece {
    /** Name of the client. */
    CLIENT,
    /** Name of the consultancy. */
    CONSULTANCY,
    /** The day the wave closes. */
    CLOSES;

    private static final Pattern ANY = Pattern.compile("\\{([^{}]*)}");

    /** Such as {@code {client}}. */
    public String placeholder() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** Placeholders that stand in a text, known or not, without their braces. */
    public static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = ANY.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Placeholders in a text that nothing fills in, without their braces. */
    public static Set<String> unknownIn(String text) {
        Set<String> unknown = new TreeSet<>(in(text));
        unknown.removeIf(TextPiece::exists);
        return unknown;
    }

    /** Whether such a piece exists. */
    public static boolean exists(String name) {
        for (TextPiece piece : values()) {
            if (piece.name().toLowerCase(Locale.ROOT).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The text with its pieces filled in; what has no value stays as it is. Values are taken as they are, never filled again. */
    public static String fill(String text, Map<TextPiece, String> values) {
        return ANY.matcher(text).replaceAll(match -> {
            for (TextPiece piece : TextPiece.values()) {
                String value = values.get(piece);
                if (value != null && piece.placeholder().equals(match.group())) {
                    return Matcher.quoteReplacement(value);
                }
            }
            return Matcher.quoteReplacement(match.group());
        });
    }
}
