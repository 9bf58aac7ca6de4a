package parallax.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's words say about a mail it did not take: told by the enhanced status code (RFC 3463) where there is one. */
public enum Refusal {
    /** The address does not exist, and will not. */
    ADDRESS,
    /** The server will not have us, or this mail: not the person's fault. */
    BLOCK,
    /** Not now, or not as it is: a full mailbox, a broken route, a reason nobody gave. */
    SOFT;

    private static final Pattern ENHANCED =
            Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.]*\\d)");
    private static final Set<String> DEAD = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    /** The most exact enhanced code in a text; empty when it holds none. */
    public static Optional<String> code(String words) {
        Matcher matcher = ENHANCED.matcher(words);
        String vague = null;
        while (matcher.find()) {
            MatchResult code = matcher.toMatchResult();
            if (!code.group(2).equals("0")) {
                return Optional.of(code.group());
            }
            vague = vague == null ? code.group() : vague;
        }
        return Optional.ofNullable(vague);
    }

    /**
     * What an enhanced code says.
     *
     * @param code as {@code 5.1.1}
     */
    public static Refusal of(String code) {
        if (DEAD.contains(code)) {
            return ADDRESS;
        }
        return code.startsWith("5.7.") ? BLOCK : SOFT;
    }
}
