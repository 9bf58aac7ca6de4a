package parallax.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person's mail address as compared: trimmed, composed, lower case. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+");

    private EmailAddress() {}

    static String key(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static boolean isOne(String email) {
        return email.length() <= LONGEST && FORM.matcher(email.strip()).matches();
    }
}
