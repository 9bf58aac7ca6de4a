package parallax.fieldwork;

import java.util.regex.Pattern;

/** Links as people send them back. */
final class LinkText {

    // What mail programs and sentences leave at the end of a link.
    private static final Pattern WRAPPING = Pattern.compile("[.,;:>)\\]\"'\\s]+$");

    private LinkText() {}

    static String strip(String token) {
        return WRAPPING.matcher(token).replaceFirst("");
    }
}
