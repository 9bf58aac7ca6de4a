package parallax.questionnaire;

import java.util.List;
import java.util.Map;

/** Spanish words of forms. */
final class Spanish {

    private Spanish() {}

    static Wording wording() {
        return new Wording(
                "es",
                "Español",
                scales(),
                agreements(),
                customers(),
                teams(),
                Wording.phases("Descubrir", "Decidir", "Comprar", "Usar"),
                "Otra respuesta",
                label -> "«" + label + "»");
    }

    private static Map<Integer, Map<Measure, List<String>>> scales() {
        return Wording.scales(
                List.of("Muy mala", "Mala", "Aceptable", "Buena", "Muy buena"),
                List.of(
                        "Ninguna importancia",
                        "Poca importancia",
                        "Importancia media",
                        "Mucha importancia",
                        "Muchísima importancia"),
                List.of("Muy mala", "Mala", "Más bien mala", "Aceptable", "Más bien buena", "Buena", "Muy buena"),
                List.of(
                        "Ninguna importancia",
                        "Muy poca importancia",
                        "Poca importancia",
                        "Importancia media",
                        "Bastante importancia",
                        "Mucha importancia",
                        "Muchísima importancia"));
    }

    private static Map<Integer, List<String>> agreements() {
        return Map.of(
                5,
                List.of(
                        "Totalmente en desacuerdo",
                        "En desacuerdo",
                        "Ni de acuerdo ni en desacuerdo",
                        "De acuerdo",
                        "Totalmente de acuerdo"),
                7,
                List.of(
                        "Totalmente en desacuerdo",
                        "En desacuerdo",
                        "Más bien en desacuerdo",
                        "Ni de acuerdo ni en desacuerdo",
                        "Más bien de acuerdo",
                        "De acuerdo",
                        "Totalmente de acuerdo"));
    }

    private static Wording.Questions customers() {
        return new Wording.Questions(
                "¿Cómo fue su experiencia con {touchpoint}?",
                "¿Qué importancia tiene {touchpoint} para usted?",
                "No tuve esta experiencia",
                Wording.HINT);
    }

    private static Wording.Questions teams() {
        return new Wording.Questions(
                "¿Cómo cree que valoran los clientes su experiencia con {touchpoint}?",
                "En su opinión personal, ¿qué importancia tiene {touchpoint}?",
                "No puedo valorarlo",
                "Los clientes leen: «" + Wording.HINT + "»");
    }
}
