package parallax.fieldwork;

import java.net.URI;
import parallax.answering.AnsweringSettings;

/**
 * What mails are filled from, and how long things are kept.
 *
 * @param baseUrl what personal links begin with
 * @param respondents what they are told of those who ask, and for how many days they are kept
 * @param sealedAfterDays days after the close of a wave until its keys and links are destroyed
 */
public record FieldworkSettings(URI baseUrl, AnsweringSettings respondents, int sealedAfterDays) {

    public FieldworkSettings {
        if (sealedAfterDays < 0) {
            throw new IllegalArgumentException("sealedAfterDays must be 0 or more, was " + sealedAfterDays);
        }
    }

    /** Days after the close of a wave until the people invited to it are deleted, as mails promise. */
    int contactsKeptDays() {
        return respondents.contactsKeptDays();
    }
}
