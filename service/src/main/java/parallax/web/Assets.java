package parallax.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Files below {@code assets/} on the class path; read once, since the jar does not change while it runs. */
final class Assets {

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9][a-z0-9.-]*/)*[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    static Optional<Asset> find(String name) {
        Asset known = KNOWN.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        // Only files that exist are remembered, so made-up names cannot fill the memory.
        Optional<Asset> read = read(name);
        read.ifPresent(asset -> KNOWN.put(name, asset));
        return read;
    }

    static String address(String name) {
        return "/assets/" + name + "?v=" + require(name).version();
    }

    static String text(String name) {
        return new String(require(name).content(), StandardCharsets.UTF_8);
    }

    /** SHA-256 of an asset in Base64, as a content security policy names it. */
    static String digest(String name) {
        return Base64.getEncoder().encodeToString(sha256(require(name).content()));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Asset require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    }

    private static Optional<Asset> read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream stream = Assets.class.getResourceAsStream("/assets/" + name)) {
            return stream == null ? Optional.empty() : Optional.of(Asset.of(type, stream.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asset(String type, byte[] content, String version) {

        private static final int VERSION_LENGTH = 12;

        static Asset of(String type, byte[] content) {
            String digest = HexFormat.of().formatHex(sha256(content));
            return new Asset(type, content, digest.substring(0, VERSION_LENGTH));
        }
    }
}
