package parallax.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that a file leaves to its program, and words by which a scale is known. */
final class FixedWords {

    static final Map<String, String> YES = Map.of("en", "Yes", "de", "Ja", "fr", "Oui", "es", "Sí", "ar", "نعم");
    static final Map<String, String> NO = Map.of("en", "No", "de", "Nein", "fr", "Non", "es", "No", "ar", "لا");
    static final Map<String, String> FEMALE =
            Map.of("en", "Female", "de", "Weiblich", "fr", "Femme", "es", "Mujer", "ar", "أنثى");
    static final Map<String, String> MALE =
            Map.of("en", "Male", "de", "Männlich", "fr", "Homme", "es", "Hombre", "ar", "ذكر");
    static final Map<String, String> QUESTIONS =
            Map.of("en", "Questions", "de", "Fragen", "fr", "Questions", "es", "Preguntas", "ar", "أسئلة");

    private static final List<String> AGREE =
            List.of("agree", "zustimm", "stimme", "trifft", "d’accord", "d'accord", "acuerdo", "أوافق", "موافق");
    private static final List<String> DISAGREE = List.of(
            "disagree",
            "nicht zu",
            "überhaupt nicht",
            "pas d’accord",
            "pas d'accord",
            "desacuerdo",
            "لا أوافق",
            "غير موافق");
    private static final List<String> CANNOT_TELL = List.of(
            "n/a",
            "not applicable",
            "not encounter",
            "don't know",
            "don’t know",
            "do not know",
            "no opinion",
            "no answer",
            "can't judge",
            "can’t judge",
            "cannot judge",
            "did not use",
            "keine angabe",
            "weiß nicht",
            "weiss nicht",
            "nicht beurteilen",
            "nicht genutzt",
            "sans objet",
            "ne sais pas",
            "ne sait pas",
            "sans opinion",
            "no sabe",
            "no sé",
            "no aplica",
            "no procede",
            "لا أعرف",
            "لا ينطبق");
    private static final List<String> IMPORTANCE = List.of("importan", "wichtig", "relevan", "أهمية", "مهم");

    private FixedWords() {}

    static boolean agrees(String label) {
        return has(label, AGREE);
    }

    /** Of words of agreement: whether they are those of the low end. */
    static boolean disagrees(String label) {
        return has(label, DISAGREE);
    }

    static boolean cannotTell(String label) {
        String plain = label.toLowerCase(Locale.ROOT).strip();
        return plain.equals("na") || plain.equals("-") || has(plain, CANNOT_TELL);
    }

    static boolean isImportance(String label) {
        return has(label, IMPORTANCE);
    }

    private static boolean has(String label, List<String> words) {
        String lower = label.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** Those of the languages wanted. */
    static Map<String, String> in(Map<String, String> words, List<String> languages) {
        Map<String, String> some = new LinkedHashMap<>();
        languages.forEach(language -> {
            String word = words.get(language);
            if (word != null) {
                some.put(language, word);
            }
        });
        return some;
    }
}
