package parallax.contact;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Exactly one mail address.
 *
 * @param text as it can be sent to: as typed, a domain with letters beyond ASCII in its ASCII form
 * @param key as it is compared: NFC, lower case
 */
record MailAddress(String text, String key) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern ENDING = Pattern.compile("(?i)[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

    /**
     * The address a text holds.
     *
     * @throws IllegalArgumentException what is wrong and what to do
     */
    static MailAddress of(String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        refuseForeignCharacters(text);
        int at = text.indexOf('@');
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        if (local.isEmpty()) {
            throw new IllegalArgumentException("nothing stands before the @");
        }
        if (!LOCAL.matcher(local).matches() || local.length() > LONGEST_LOCAL) {
            throw new IllegalArgumentException(
                    "the part before the @ is not one that mail servers accept: letters a-z, digits, and . _ - + between them, 64 at most");
        }
        String ascii = asciiDomain(domain);
        String sendable = local + "@" + (isAscii(domain) ? domain : ascii);
        if (sendable.length() > LONGEST) {
            throw new IllegalArgumentException("an address has %d characters at most".formatted(LONGEST));
        }
        return new MailAddress(sendable, (local + "@" + ascii).toLowerCase(Locale.ROOT));
    }

    private static void refuseForeignCharacters(String text) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || hidesLineEnd(c))) {
            throw new IllegalArgumentException(
                    "holds a character that no address has, such as a line break; type it anew");
        }
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw new IllegalArgumentException("write the address alone, without a name and without < and >");
        }
        if (text.startsWith("mailto:")) {
            throw new IllegalArgumentException("write the address without mailto:");
        }
        if (text.indexOf(',') >= 0 || text.indexOf(';') >= 0 || text.indexOf('@') != text.lastIndexOf('@')) {
            throw new IllegalArgumentException("exactly one address belongs here; give each person a row");
        }
        if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException("an address has no space in it");
        }
        if (text.indexOf('@') < 0) {
            throw new IllegalArgumentException("an address has an @, such as name@company.com");
        }
    }

    /** U+760D and U+760A become CR and LF where a program cuts characters to bytes. */
    private static boolean hidesLineEnd(int c) {
        return c == 0x760D || c == 0x760A;
    }

    private static String asciiDomain(String domain) {
        if (domain.endsWith(".") || domain.startsWith(".") || domain.contains("..")) {
            throw new IllegalArgumentException("a dot stands where a name is missing; remove it");
        }
        String ascii = toAscii(domain);
        String[] labels = ascii.split("\\.", -1);
        if (labels.length < 2) {
            throw new IllegalArgumentException("after the @ there is no ending such as .com");
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new IllegalArgumentException("what stands after the @ is no domain name");
            }
        }
        if (!ENDING.matcher(labels[labels.length - 1]).matches()) {
            throw new IllegalArgumentException("after the @ there is no ending such as .com");
        }
        return ascii;
    }

    private static String toAscii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what stands after the @ is no domain name", e);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
