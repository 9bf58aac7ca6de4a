package parallax.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** English words of forms. */
final class English {

    private English() {}

    static Wording wording() {
        return new Wording(
                "en",
                "English",
                scales(),
                agreements(),
                customers(),
                teams(),
                Wording.phases("Discover", "Decide", "Buy", "Use"),
                "Other",
                English::withArticle);
    }

    private static Map<Integer, Map<Measure, List<String>>> scales() {
        return Wording.scales(
                List.of("Very poor", "Poor", "Acceptable", "Good", "Very good"),
                List.of(
                        "Not important",
                        "Slightly important",
                        "Moderately important",
                        "Very important",
                        "Extremely important"),
                List.of("Very poor", "Poor", "Rather poor", "Acceptable", "Rather good", "Good", "Very good"),
                List.of(
                        "Not important",
                        "Slightly important",
                        "Somewhat important",
                        "Moderately important",
                        "Quite important",
                        "Very important",
                        "Extremely important"));
    }

    private static Map<Integer, List<String>> agreements() {
        return Map.of(
                5,
                List.of("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"),
                7,
                List.of(
                        "Strongly disagree",
                        "Disagree",
                        "Rather disagree",
                        "Neither agree nor disagree",
                        "Rather agree",
                        "Agree",
                        "Strongly agree"));
    }

    private static Wording.Questions customers() {
        return new Wording.Questions(
                "How good was your experience with {touchpoint}?",
                "How important is {touchpoint} to you?",
                "I did not encounter this",
                Wording.HINT);
    }

    private static Wording.Questions teams() {
        return new Wording.Questions(
                "How do you think customers rate their experience with {touchpoint}?",
                "How important is {touchpoint} in your own view?",
                "I can’t judge this",
                "Customers read: “" + Wording.HINT + "”");
    }

    /** With an article, and with a small first letter unless the label looks like a name or an abbreviation. */
    private static String withArticle(String label) {
        String inside =
                looksLikeName(label) ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        boolean hasArticle = List.of("the ", "our ", "your ", "their ", "a ", "an ").stream()
                .anyMatch(article -> inside.toLowerCase(Locale.ROOT).startsWith(article));
        return hasArticle ? inside : "the " + inside;
    }

    private static boolean looksLikeName(String label) {
        String first = label.split("\\s", 2)[0];
        return first.chars().skip(1).anyMatch(Character::isUpperCase)
                || (first.length() == 1 && !first.equals("A"))
                || label.chars().noneMatch(Character::isLowerCase);
    }
}
