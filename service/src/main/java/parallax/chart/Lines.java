package parallax.chart;

import java.util.ArrayList;
import java.util.List;

/** Breaks a name into lines; a word longer than a line is cut, so that it stays in the picture. */
final class Lines {

    private static final int MOST_LINES = 4;

    private Lines() {}

    /** @param characters most on a line */
    static List<String> of(String text, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > characters) {
                lines.add(rest.substring(0, characters - 1) + "-");
                rest = rest.substring(characters - 1);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines.size() <= MOST_LINES ? lines : shortened(lines);
    }

    /** On one line. */
    static String shortened(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, Math.max(1, characters - 1)) + "…";
    }

    private static List<String> shortened(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES));
        kept.set(MOST_LINES - 1, kept.get(MOST_LINES - 1) + " …");
        return kept;
    }
}
