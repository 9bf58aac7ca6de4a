package parallax.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.questionnaire.TextPiece;

/** Brings the texts of a file into the form they have here, and remembers what they lost on the way. */
final class Texts {

    private static final Pattern PIECE = Pattern.compile("\\$?\\{([^{}]*)}");
    private static final int LONGEST_NAMED = 60;

    private final List<String> languages;
    private final List<NotCarried> notCarried;
    private final Set<String> formatted = new LinkedHashSet<>();
    private final Set<NotCarried> told = new HashSet<>();

    Texts(List<String> languages, List<NotCarried> notCarried) {
        this.languages = languages;
        this.notCarried = notCarried;
    }

    List<String> languages() {
        return languages;
    }

    /** The languages taken, each text plain, at most so long; texts without words are left out. */
    Map<String, String> plain(String where, String what, Map<String, String> source, int longest) {
        Map<String, String> plain = new LinkedHashMap<>();
        for (String language : languages) {
            String text = words(where, what, source.getOrDefault(language, ""));
            if (text.length() > longest) {
                note(
                        where,
                        "end of %s in %s".formatted(what, language),
                        "It has %d characters, and at most %d are asked; it was cut. Shorten it in the editor. Left out: “%s”."
                                .formatted(text.length(), longest, named(text.substring(cut(text, longest)))));
                text = text.substring(0, cut(text, longest)) + "…";
            }
            if (!text.isBlank()) {
                plain.put(language, text);
            }
        }
        return plain;
    }

    /** Where to cut so that a mark of omission still fits and no character is halved. */
    private static int cut(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    }

    private String words(String where, String what, String source) {
        PlainText plain = PlainText.of(source);
        if (plain.lost()) {
            note(
                    where,
                    "picture, link, script or the like in " + what,
                    "Texts here are words only. Say it in words, or leave it out.");
        } else if (source.indexOf('<') >= 0 && !plain.text().equals(PlainText.oneLine(source))) {
            formatted.add(where);
        }
        List<String> unknown = new ArrayList<>();
        Matcher matcher = PIECE.matcher(plain.text());
        String text = matcher.replaceAll(match -> {
            boolean known = !match.group().startsWith("$") && TextPiece.exists(match.group(1));
            if (!known) {
                unknown.add(match.group());
            }
            return Matcher.quoteReplacement(known ? match.group() : "…");
        });
        for (String piece : unknown) {
            note(
                    where,
                    "%s in %s".formatted(named(piece), what),
                    "Nothing is filled in there; “…” stands in its place. Reword the text in the editor.");
        }
        return text;
    }

    /** What was said with bold print, lists and the like, once for the whole file. */
    void finish() {
        if (!formatted.isEmpty()) {
            note(
                    named(String.join(", ", formatted)),
                    "formatting (bold, colours, lists, paragraphs)",
                    "Texts here are plain and in one look; the words were taken. Nothing to do.");
        }
    }

    void note(String where, String what, String why) {
        NotCarried entry = new NotCarried(where, what, why);
        if (told.add(entry)) {
            notCarried.add(entry);
        }
    }

    static String named(String text) {
        String line = PlainText.oneLine(text);
        return line.length() <= LONGEST_NAMED ? line : line.substring(0, cut(line, LONGEST_NAMED)) + "…";
    }
}
