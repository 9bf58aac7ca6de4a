package parallax.questionnaire;

import java.util.List;
import java.util.Map;

/** German words of forms. A touchpoint’s phrase stands in the dative, its subject in the nominative. */
final class German {

    private German() {}

    static Wording wording() {
        return new Wording(
                "de",
                "Deutsch",
                scales(),
                agreements(),
                customers(),
                teams(),
                Wording.phases("Entdecken", "Entscheiden", "Kaufen", "Nutzen"),
                "Etwas anderes",
                label -> "„" + label + "“");
    }

    private static Map<Integer, Map<Measure, List<String>>> scales() {
        return Wording.scales(
                List.of("Sehr schlecht", "Schlecht", "Annehmbar", "Gut", "Sehr gut"),
                List.of("Nicht wichtig", "Wenig wichtig", "Mittelmäßig wichtig", "Sehr wichtig", "Äußerst wichtig"),
                List.of("Sehr schlecht", "Schlecht", "Eher schlecht", "Annehmbar", "Eher gut", "Gut", "Sehr gut"),
                List.of(
                        "Nicht wichtig",
                        "Kaum wichtig",
                        "Wenig wichtig",
                        "Mittelmäßig wichtig",
                        "Ziemlich wichtig",
                        "Sehr wichtig",
                        "Äußerst wichtig"));
    }

    private static Map<Integer, List<String>> agreements() {
        return Map.of(
                5,
                List.of(
                        "Stimme überhaupt nicht zu",
                        "Stimme nicht zu",
                        "Weder noch",
                        "Stimme zu",
                        "Stimme voll und ganz zu"),
                7,
                List.of(
                        "Stimme überhaupt nicht zu",
                        "Stimme nicht zu",
                        "Stimme eher nicht zu",
                        "Weder noch",
                        "Stimme eher zu",
                        "Stimme zu",
                        "Stimme voll und ganz zu"));
    }

    private static Wording.Questions customers() {
        return new Wording.Questions(
                "Wie gut war Ihre Erfahrung mit {touchpoint}?",
                "Wie wichtig ist Ihnen {touchpoint}?",
                "Das kam bei mir nicht vor",
                Wording.HINT);
    }

    private static Wording.Questions teams() {
        return new Wording.Questions(
                "Was denken Sie: Wie bewerten Kunden ihre Erfahrung mit {touchpoint}?",
                "Wie wichtig ist {touchpoint} aus Ihrer eigenen Sicht?",
                "Das kann ich nicht beurteilen",
                "Kunden lesen: „" + Wording.HINT + "“");
    }
}
