package parallax.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that stay on this host, so that "go on to" cannot lead a person elsewhere. */
public final class LocalPath {

    // A second slash or a backslash would be read as a host; controls and blanks are dropped by browsers first.
    private static final Pattern LOCAL =
            Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*(?:#[A-Za-z0-9_-]+)?");
    private static final Pattern ENCODED_CONTROL = Pattern.compile("%(?:[01][0-9A-Fa-f]|7[Ff]|5[Cc])");

    private LocalPath() {}

    /** The path when it is a local one, else {@code /}. */
    public static String orHome(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }

    static String require(String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("not a local path");
        }
        return path;
    }

    private static boolean isLocal(String path) {
        return LOCAL.matcher(path).matches() && !ENCODED_CONTROL.matcher(path).find();
    }
}
