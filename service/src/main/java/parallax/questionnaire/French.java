package parallax.questionnaire;

import java.util.List;
import java.util.Map;

/** French words of forms. No-break spaces stand where French sets them, so that no sign slips onto the next line alone. */
final class French {

    private French() {}

    static Wording wording() {
        return new Wording(
                "fr",
                "Français",
                scales(),
                agreements(),
                customers(),
                teams(),
                Wording.phases("Découvrir", "Décider", "Acheter", "Utiliser"),
                "Autre",
                label -> "«\u00a0" + label + "\u00a0»");
    }

    private static Map<Integer, Map<Measure, List<String>>> scales() {
        return Wording.scales(
                List.of("Très mauvaise", "Mauvaise", "Acceptable", "Bonne", "Très bonne"),
                List.of(
                        "Aucune importance",
                        "Peu d’importance",
                        "Une importance moyenne",
                        "Une grande importance",
                        "Une très grande importance"),
                List.of(
                        "Très mauvaise",
                        "Mauvaise",
                        "Plutôt mauvaise",
                        "Acceptable",
                        "Plutôt bonne",
                        "Bonne",
                        "Très bonne"),
                List.of(
                        "Aucune importance",
                        "Très peu d’importance",
                        "Peu d’importance",
                        "Une importance moyenne",
                        "Une assez grande importance",
                        "Une grande importance",
                        "Une très grande importance"));
    }

    private static Map<Integer, List<String>> agreements() {
        return Map.of(
                5,
                List.of(
                        "Pas du tout d’accord",
                        "Pas d’accord",
                        "Ni d’accord ni pas d’accord",
                        "D’accord",
                        "Tout à fait d’accord"),
                7,
                List.of(
                        "Pas du tout d’accord",
                        "Pas d’accord",
                        "Plutôt pas d’accord",
                        "Ni d’accord ni pas d’accord",
                        "Plutôt d’accord",
                        "D’accord",
                        "Tout à fait d’accord"));
    }

    private static Wording.Questions customers() {
        return new Wording.Questions(
                "Quelle a été votre expérience avec {touchpoint}\u202f?",
                "Quelle importance a {touchpoint} pour vous\u202f?",
                "Je n’ai pas eu cette expérience",
                Wording.HINT);
    }

    private static Wording.Questions teams() {
        return new Wording.Questions(
                "À votre avis, comment les clients jugent-ils leur expérience avec {touchpoint}\u202f?",
                "De votre propre point de vue, quelle importance a {touchpoint}\u202f?",
                "Je ne peux pas en juger",
                "Les clients lisent\u00a0: «\u00a0" + Wording.HINT + "\u00a0»");
    }
}
