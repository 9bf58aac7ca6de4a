package parallax.workbook;

/** Text that somebody typed, made fit for a file without changing what is read. */
final class Typed {

    private Typed() {}

    /** Without what XML cannot hold: each such character becomes U+FFFD, a line break a space. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(replacement(point)));
        return clean.toString();
    }

    /** For a print header or footer, where {@code &} starts a command and 255 characters are the end. */
    static String forFooter(String text, int longest) {
        String shortened = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return clean(shortened).replace("&", "&&");
    }

    static String forXml(String text) {
        return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static int replacement(int point) {
        if (point == '\t' || point == '\n' || point == '\r') {
            return ' ';
        }
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        boolean unfit = point < 0x20 || surrogate || point == 0xFFFE || point == 0xFFFF;
        return unfit ? 0xFFFD : point;
    }
}
