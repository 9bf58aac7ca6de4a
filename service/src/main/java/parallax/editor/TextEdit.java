package parallax.editor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.editor.TextRows.TextRow;
import parallax.instrument.TextPlace;

/** Texts as typed beside what they were when the page was opened, so that only what was really changed is written. */
final class TextEdit {

    private static final Pattern PIECE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]*");
    private static final Pattern NO_LINE = Pattern.compile(".*[\\p{Cc}\\u2028\\u2029].*", Pattern.DOTALL);

    private final Map<TextPlace, String> typed = new LinkedHashMap<>();
    private final Map<TextPlace, String> opened = new LinkedHashMap<>();

    /** @param rows those of the page, whose places are taken */
    static TextEdit of(MultivaluedMap<String, String> form, List<TextRow> rows) {
        TextEdit edit = new TextEdit();
        for (TextRow row : rows) {
            String field = field(row.place());
            String text = form.getFirst(field);
            if (text != null) {
                edit.put(
                        row.place(),
                        text.strip(),
                        String.valueOf(form.getFirst("was-" + field)).strip());
            }
        }
        return edit;
    }

    void put(TextPlace place, String text, String before) {
        typed.put(place, text);
        opened.put(place, before);
    }

    static String field(TextPlace place) {
        return "text-" + place.subject().replace("*", "standard") + "-" + place.place();
    }

    Optional<String> typed(TextPlace place) {
        return Optional.ofNullable(typed.get(place));
    }

    /** What was changed by who typed. */
    Map<TextPlace, String> changed() {
        Map<TextPlace, String> changed = new LinkedHashMap<>();
        typed.forEach((place, text) -> {
            if (!text.equals(opened.get(place))) {
                changed.put(place, text);
            }
        });
        return changed;
    }

    /** Whether somebody else changed, to something else, what was changed here too. */
    boolean isLost(TextRow stored) {
        TextPlace place = stored.place();
        String mine = changed().get(place);
        return mine != null
                && !stored.text().equals(opened.get(place))
                && !stored.text().equals(mine);
    }

    /** What is wrong with a changed text; null when nothing is. */
    static @Nullable String fault(TextRow row, String text) {
        TextPlace place = row.place();
        if (text.isBlank()) {
            return place.place().equals("label") ? "Enter a name." : null;
        }
        if (isUnseen(text)) {
            return "Enter a text that can be seen, or empty the field.";
        }
        if (text.length() > place.longest()) {
            return "Shorten this to %d characters; it has %d.".formatted(place.longest(), text.length());
        }
        if (NO_LINE.matcher(text).matches()) {
            return "Remove the line break or control character.";
        }
        if (place.subject().equals(TextPlace.STANDARD)) {
            Set<String> pieces = pieces(text);
            pieces.removeAll(pieces(row.source()));
            return pieces.isEmpty()
                    ? null
                    : "Remove %s: only what stands in the standard text is filled in."
                            .formatted(String.join(", ", pieces));
        }
        return null;
    }

    /** Whether there is nothing in it but blanks and marks that show nothing. */
    static boolean isUnseen(String text) {
        return NOTHING_TO_SEE.matcher(text).matches();
    }

    /** What stands in braces, braces included. */
    static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
