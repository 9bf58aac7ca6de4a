package parallax.editor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.editor.TextRows.Part;
import parallax.editor.TextRows.TextRow;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Questionnaire;

/** All texts of a questionnaire: a line for each place, a cell for each language. */
final class TextGrid {

    private static final Cell NOTHING = new Cell("", "");

    private final List<String> languages;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    TextGrid(Questionnaire model) {
        languages = model.languages();
        for (Part part : Part.values()) {
            for (String language : languages) {
                for (TextRow row : new TextRows(model, language, language).of(part)) {
                    String standing = part == Part.QUESTIONS ? "" : row.source().strip();
                    lines.computeIfAbsent(address(row.place()), address -> new Line(row.place(), new LinkedHashMap<>()))
                            .cells()
                            .put(language, new Cell(row.text(), standing));
                }
            }
        }
    }

    List<String> languages() {
        return languages;
    }

    List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    @Nullable
    Line find(String address) {
        return lines.get(address);
    }

    /** The same as long as no text is changed, added or removed. */
    String state() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach((address, line) -> languages.forEach(language -> digest.update("%s\0%s\0%s\0"
                    .formatted(address, language, line.cell(language).shown())
                    .getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String address(TextPlace place) {
        return place.subject() + "/" + place.place();
    }

    /** @param cells by language tag */
    record Line(TextPlace place, Map<String, Cell> cells) {

        Cell cell(String language) {
            return cells.getOrDefault(language, NOTHING);
        }

        /** For those who translate. */
        String what() {
            boolean standard = place.subject().equals(TextPlace.STANDARD);
            Set<String> pieces = new TreeSet<>();
            if (standard) {
                cells.values().forEach(cell -> pieces.addAll(TextEdit.pieces(cell.standing())));
            }
            return "%s; at most %d characters%s"
                    .formatted(
                            standard ? "Standard text of the pages" : place.inWords(),
                            place.longest(),
                            pieces.isEmpty() ? "" : "; keep " + String.join(", ", pieces));
        }
    }

    /**
     * A text.
     *
     * @param stored empty where there is none
     * @param standing what is shown without own words: the generated question, the standard text; else empty
     */
    record Cell(String stored, String standing) {

        String shown() {
            return stored.isEmpty() ? standing : stored;
        }
    }
}
