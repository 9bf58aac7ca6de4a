package parallax.answering;

/**
 * What the respondents' pages say of those who ask.
 *
 * @param consultancy name of the neutral third party
 * @param contact mail address for questions
 * @param contactsKeptDays days after the close of a wave until its contacts are deleted
 */
public record AnsweringSettings(String consultancy, String contact, int contactsKeptDays) {

    public static final int DEFAULT_CONTACTS_KEPT_DAYS = 90;

    public AnsweringSettings {
        if (consultancy.isBlank() || contact.isBlank()) {
            throw new IllegalArgumentException("respondents must read who asks, and whom they can ask back");
        }
        if (contactsKeptDays < 0) {
            throw new IllegalArgumentException("contactsKeptDays must be 0 or more, was " + contactsKeptDays);
        }
    }
}
