package parallax.answering;

import java.nio.charset.StandardCharsets;
import parallax.ballot.Ballot;
import parallax.questionnaire.KeptText;

/**
 * What an interviewer noted to a touchpoint or an item; reviewed like what people write themselves. toString tells nothing.
 *
 * @param item key of the touchpoint or the item
 */
public record Note(String item, String text) {

    /** Cleaned before anything measures it: composed anew a text may take three times its bytes. */
    public Note {
        text = KeptText.clean(text);
    }

    /** What all notes of an interview may take. */
    public static final int MOST_BYTES = 3_000;

    /** What this note takes of them. */
    public int bytes(String language) {
        return Ballot.Text.mostBytes(item, language, 1, 0) + text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "Note";
    }
}
