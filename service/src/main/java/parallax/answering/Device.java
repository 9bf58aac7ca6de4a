package parallax.answering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody answers on, told apart no finer than that. */
public enum Device {
    COMPUTER,
    PHONE;

    /** The name in the database: {@code computer} or {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By what a browser says of itself.
     *
     * @param userAgent the header; browsers of phones and small tablets write {@code Mobi} or {@code Android} in it
     * @param mobileHint the header {@code Sec-CH-UA-Mobile}, which counts more; null: not sent
     */
    static Device of(@Nullable String userAgent, @Nullable String mobileHint) {
        if (mobileHint != null) {
            return mobileHint.equals("?1") ? PHONE : COMPUTER;
        }
        boolean mobile = userAgent != null && (userAgent.contains("Mobi") || userAgent.contains("Android"));
        return mobile ? PHONE : COMPUTER;
    }
}
