package parallax.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.keys.KeyFiles;

/**
 * Where a mail comes back to: an address of its own for each mail (VERP), which nobody can make up without our key. In
 * lower case only, because some servers lower what stands before the @.
 */
public final class ReturnAddresses {

    private static final String STOP = "stop.";
    private static final int PROOF_BYTES = 8;
    /** RFC 5321 §4.5.3.1.1, less the longest of what is put behind it. */
    private static final int LONGEST_LOCAL = 64 - 1 - STOP.length() - 32 - 1 - 2 * PROOF_BYTES;

    private final String local;
    private final String domain;
    private final KeyFiles keys;
    private final Pattern pattern;

    /**
     * @param base the mailbox that takes all of them, such as {@code b@bounce.alder.example}; its server must deliver
     *     what follows a plus to the same mailbox
     * @throws IllegalArgumentException when the part before the @ is longer than 9 characters or holds a plus
     */
    public ReturnAddresses(Mailbox base, KeyFiles keys) {
        String address = base.address();
        this.local = address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
        this.domain = base.domain();
        this.keys = keys;
        if (local.length() > LONGEST_LOCAL || local.contains("+")) {
            throw new IllegalArgumentException(
                    "the part before the @ must have at most %d characters and no plus".formatted(LONGEST_LOCAL));
        }
        // What a forwarder puts before it (SRS) or behind the proof does not matter: the proof does.
        this.pattern = Pattern.compile(
                Pattern.quote(local) + "\\+(stop\\.)?([0-9a-f]{32})\\.([0-9a-f]{16})", Pattern.CASE_INSENSITIVE);
    }

    /** The envelope sender of a mail. */
    public String bounceOf(UUID outboxId) {
        return address("", outboxId);
    }

    /** Where a mail that says "stop" may be sent to. */
    public String stopOf(UUID outboxId) {
        return address(STOP, outboxId);
    }

    /** The first address in a text that we made. */
    public Optional<Found> find(String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            UUID id = id(matcher.group(2));
            String purpose = matcher.group(1) == null ? "" : STOP;
            byte[] told = matcher.group(3).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(told, proof(purpose, id).getBytes(StandardCharsets.US_ASCII))) {
                return Optional.of(new Found(id, purpose.equals(STOP)));
            }
        }
        return Optional.empty();
    }

    private String address(String purpose, UUID id) {
        return local + "+" + purpose + id.toString().replace("-", "") + "." + proof(purpose, id) + "@" + domain;
    }

    private String proof(String purpose, UUID id) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return HexFormat.of().formatHex(keys.mac("return " + purpose, bytes), 0, PROOF_BYTES);
    }

    private static UUID id(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    /**
     * An address of ours.
     *
     * @param stop whether it is the one that stops mails
     */
    public record Found(UUID outboxId, boolean stop) {}
}
