package parallax.mail;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail address and the name beside it.
 *
 * @param name one line, at most 100 characters; empty when there is none
 * @param address one plain address, ASCII; an international domain in its ASCII form
 */
public record Mailbox(String name, String address) {

    // Stricter than RFC 5321: whatever a mail server or library could read as a second address or command is out.
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");
    private static final Pattern WITH_NAME = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<([^<>]+)>\\s*");
    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final int LONGEST_NAME = 100;

    public Mailbox {
        if (!ADDRESS.matcher(address).matches()) {
            throw new InvalidAddressException();
        }
    }

    /**
     * A mailbox of an address and a name as people typed them.
     *
     * @throws InvalidAddressException when the address is not exactly one address
     */
    public static Mailbox of(String address, @Nullable String name) {
        String typed = address.strip();
        int at = typed.lastIndexOf('@');
        if (at < 0) {
            throw new InvalidAddressException();
        }
        String line = name == null ? "" : oneLine(name, LONGEST_NAME);
        return new Mailbox(line, typed.substring(0, at + 1) + asciiDomain(typed.substring(at + 1)));
    }

    /**
     * Reads {@code Name <address>} or a bare address.
     *
     * @throws InvalidAddressException when it is neither
     */
    public static Mailbox parse(String text) {
        Matcher named = WITH_NAME.matcher(text);
        return named.matches() ? of(named.group(2), named.group(1)) : of(text, null);
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new InvalidAddressException();
        }
    }

    /** As a person reads it: {@code Name <address>}. */
    public String toHeader() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }

    /** The part after the @. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Text without anything that could begin a new line or turn the direction of reading, shortened to a length. */
    public static String oneLine(String text, int longest) {
        String line = NOT_ONE_LINE
                .matcher(text)
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    @Override
    public String toString() {
        return "Mailbox";
    }
}
