package parallax.instrument;

/**
 * Where a text of a questionnaire stands, whatever the language.
 *
 * @param subject key of a touchpoint, page or item; {@code *} for own words for standard texts
 * @param place of a touchpoint {@code label}, {@code hint}, {@code phrase}, {@code subject} or
 *     {@code reworded.AUDIENCE.MEASURE}; of a page {@code title}; of an item {@code question.AUDIENCE},
 *     {@code hint.AUDIENCE}, {@code choice.KEY}, {@code low}, {@code high}; of standard texts their key
 */
public record TextPlace(String subject, String place) {

    /** Subject of own words for standard texts. */
    public static final String STANDARD = "*";

    /** How many characters a text there may have. */
    public int longest() {
        if (subject.equals(STANDARD)) {
            return OwnTexts.LONGEST;
        }
        String kind = place.contains(".") ? place.substring(0, place.indexOf('.')) : place;
        return switch (kind) {
            case "label", "title", "low", "high" -> 60;
            case "phrase", "subject" -> 80;
            case "choice" -> 120;
            case "hint" -> place.equals("hint") ? 200 : 300;
            default -> 300;
        };
    }

    /** Whether there may be none: a hint, a phrase, one's own words instead of generated or standard ones. */
    public boolean isOptional() {
        return subject.equals(STANDARD)
                || place.startsWith("hint")
                || place.startsWith("reworded.")
                || place.equals("phrase")
                || place.equals("subject");
    }

    /** In words, such as “Question, customer”. */
    public String inWords() {
        String words = place.replace('.', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
