package parallax.results;

import java.util.List;
import parallax.finding.FigureKind;

/** What a consultant asks of a wave's figures: each question has one table and one chart. */
enum ResultsQuestion {
    DIFFERENCES(
            "differences",
            "Where do teams and customers differ?",
            FigureKind.PERCEPTION_GAP,
            List.of("Team believes", "Customers give"),
            "No team was asked about these touchpoints, or no customers were."),
    SHORTFALL(
            "shortfall",
            "What falls short of its importance?",
            FigureKind.SERVICE_GAP,
            List.of("Importance", "Experience"),
            "Customers were not asked both how good and how important the touchpoints are."),
    AGREEMENT(
            "agreement",
            "Do Sales and Marketing agree?",
            FigureKind.ALIGNMENT_GAP,
            List.of("Sales", "Marketing"),
            "Not both teams were asked in this wave."),
    IMPORTANCE(
            "importance",
            "Do teams find the same things important as customers?",
            FigureKind.PRIORITY_GAP,
            List.of("Team", "Customers"),
            "Teams and customers were not both asked how important the touchpoints are."),
    CHANGE(
            "change",
            "What changed?",
            FigureKind.TREND,
            List.of("Before", "Now"),
            "There is no earlier wave of this engagement to compare with.");

    private final String key;
    private final String text;
    private final FigureKind kind;
    private final List<String> sides;
    private final String empty;

    ResultsQuestion(String key, String text, FigureKind kind, List<String> sides, String empty) {
        this.key = key;
        this.text = text;
        this.kind = kind;
        this.sides = sides;
        this.empty = empty;
    }

    /** In addresses. */
    String key() {
        return key;
    }

    String text() {
        return text;
    }

    FigureKind kind() {
        return kind;
    }

    /** What the first of the two means is. */
    String first() {
        return sides.get(0);
    }

    String second() {
        return sides.get(1);
    }

    /** Whom the table is about, where it is not all who answered; else empty. */
    String about() {
        return this == SHORTFALL
                ? "Both means, and the answers, are of those who rated both: how good it is and how important."
                : "";
    }

    /** What to say when the wave has no such figure. */
    String empty() {
        return empty;
    }
}
