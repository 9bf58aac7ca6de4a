package parallax.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that stands above an address of the workspace.
 *
 * @param name what it shows
 */
record Place(String path, String name) {

    private static final Pattern WITHIN = Pattern.compile("/?((engagement|wave)s/[A-Za-z0-9-]{36})(?:/.*)?");

    static Optional<Place> around(String path) {
        Matcher within = WITHIN.matcher(path);
        return within.matches() ? Optional.of(new Place("/" + within.group(1), within.group(2))) : Optional.empty();
    }
}
