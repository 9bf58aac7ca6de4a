package parallax.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Anti-forgery tokens bound to a session, and messages that come back unaltered within a minute. */
final class Signatures {

    static final Duration FLASH_LIFE = Duration.ofMinutes(1);

    private static final int SALT_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Signer signer;
    private final SecureRandom random;
    private final InstantSource clock;

    Signatures(Signer signer, SecureRandom random, InstantSource clock) {
        this.signer = signer;
        this.random = random;
        this.clock = clock;
    }

    /** Salted, so that no two pages carry the same token and compression tells nothing about it. */
    String csrf(String sessionId) {
        String salt = ENCODER.encodeToString(salt());
        return salt + "." + mac("csrf", salt + "." + sessionId);
    }

    boolean isCsrf(@Nullable String token, String sessionId) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (token == null || dot < 0) {
            return false;
        }
        return same(token.substring(dot + 1), mac("csrf", token.substring(0, dot) + "." + sessionId));
    }

    String flash(String message) {
        String text = ENCODER.encodeToString(message.getBytes(StandardCharsets.UTF_8));
        String content = text + "." + clock.instant().plus(FLASH_LIFE).getEpochSecond();
        return content + "." + mac("flash", content);
    }

    Optional<String> readFlash(String cookie) {
        int last = cookie.lastIndexOf('.');
        int first = cookie.indexOf('.');
        if (first < 0 || first == last || !same(cookie.substring(last + 1), mac("flash", cookie.substring(0, last)))) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(cookie.substring(first + 1, last)));
        return until.isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(
                        new String(Base64.getUrlDecoder().decode(cookie.substring(0, first)), StandardCharsets.UTF_8));
    }

    private String mac(String purpose, String data) {
        return ENCODER.encodeToString(signer.mac("web." + purpose, data.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
