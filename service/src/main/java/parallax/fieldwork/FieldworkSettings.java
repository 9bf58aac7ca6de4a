package parallax.fieldwork;

import java.net.URI;

/**
 * What mails are filled from.
 *
 * @param baseUrl what personal links begin with
 * @param contactsKeptDays days after the close of a wave until the people invited to it are deleted, as mails promise
 */
public record FieldworkSettings(URI baseUrl, int contactsKeptDays) {

    public FieldworkSettings {
        if (contactsKeptDays < 0) {
            throw new IllegalArgumentException("contactsKeptDays must be 0 or more, was " + contactsKeptDays);
        }
    }
}
