package parallax.workbook;

/** How much room words take in Arial, in widths of a digit: what a column's width is measured in. */
final class TextWidth {

    private static final double BOLD = 1.08;

    private TextWidth() {}

    /** Lines that words take in a column, broken between words, or inside a word that is wider than the column. */
    static int lines(String words, double columnWidth, boolean bold) {
        double room = Math.max(1, columnWidth - 1);
        int lines = 1;
        double used = 0;
        for (String word : words.split(" ", -1)) {
            double width = of(word, bold);
            double space = used == 0 ? 0 : of(" ", bold);
            if (used > 0 && used + space + width > room) {
                lines++;
                used = 0;
                space = 0;
            }
            used += space + width;
            while (used > room) {
                lines++;
                used -= room;
            }
        }
        return lines;
    }

    static double of(String words, boolean bold) {
        return words.codePoints().mapToDouble(TextWidth::ofCodePoint).sum() * (bold ? BOLD : 1);
    }

    /** The words, or as many of their characters as fit with "…". */
    static String shortened(String words, double width) {
        if (of(words, false) <= width) {
            return words;
        }
        int end = 0;
        while (of(words.substring(0, words.offsetByCodePoints(end, 1)), false) <= width - 1.8) {
            end = words.offsetByCodePoints(end, 1);
        }
        return words.substring(0, end).strip() + "…";
    }

    private static double ofCodePoint(int point) {
        if ("ijl.,:;'|! ".indexOf(point) >= 0) {
            return 0.5;
        }
        if ("ftrI()[]-".indexOf(point) >= 0) {
            return 0.6;
        }
        if ("mMwW%@".indexOf(point) >= 0) {
            return 1.6;
        }
        if (Character.isUpperCase(point) || point > 0x24FF) {
            // glyphs of verdicts, and scripts whose letters are square
            return point > 0x2E7F ? 1.9 : 1.25;
        }
        return "cksvxyzJ".indexOf(point) >= 0 ? 0.9 : 0.98;
    }
}
