package parallax.exchange;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The words of a text that may be HTML, in one line.
 *
 * @param text without tags, entities resolved, blanks single
 * @param lost whether there was something in it that words cannot replace: a picture, link, script, sound
 */
record PlainText(String text, boolean lost) {

    private static final Set<String> NOT_WORDS = Set.of(
            "img", "a", "script", "style", "iframe", "audio", "video", "object", "embed", "input", "form", "svg");
    // what stands between their tags is no text
    private static final Set<String> SILENT = Set.of("script", "style");

    static PlainText of(String source) {
        StringBuilder words = new StringBuilder();
        boolean lost = false;
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf('<', at);
            if (open < 0 || !isTag(source, open)) {
                int end = open < 0 ? source.length() : open + 1;
                words.append(source, at, end);
                at = end;
                continue;
            }
            words.append(source, at, open);
            int close = source.indexOf('>', open);
            String name = name(source, open);
            lost |= NOT_WORDS.contains(name);
            // tags part words, except those inside a line
            words.append(
                    Set.of("b", "i", "u", "em", "strong", "span", "sup", "sub", "font")
                                    .contains(name)
                            ? ""
                            : " ");
            at = close < 0 ? source.length() : close + 1;
            if (SILENT.contains(name) && source.charAt(open + 1) != '/') {
                at = endOf(name, source, at);
            }
        }
        return new PlainText(oneLine(StringEscapeUtils.unescapeHtml4(words.toString())), lost);
    }

    private static int endOf(String name, String source, int from) {
        String end = "</" + name;
        int at = from;
        while (at < source.length() && !source.regionMatches(true, at, end, 0, end.length())) {
            at++;
        }
        return at;
    }

    private static boolean isTag(String source, int open) {
        if (open + 1 >= source.length()) {
            return false;
        }
        char next = source.charAt(open + 1);
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private static String name(String source, int open) {
        int start = source.charAt(open + 1) == '/' ? open + 2 : open + 1;
        int end = start;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        return source.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Without control characters, halves of surrogate pairs and marks that turn the direction. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point) || type == Character.CONTROL;
            if (blank) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (type != Character.SURROGATE && type != Character.FORMAT && type != Character.UNASSIGNED) {
                line.appendCodePoint(point);
            }
        });
        return line.toString().strip();
    }
}
