package parallax.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The key files of an installation: one for itself, one an engagement, a link key and a pair a wave. */
public final class KeyFiles {

    private static final String INSTALLATION = "installation.key";
    private static final int KEY_BYTES = 32;
    private static final int CODE_BYTES = 16;
    private static final int TOKEN_CHARACTERS = 22;
    /** Making one anew for each draft costs more than the draft. */
    private static final SecureRandom DRAFT_NONCES = new SecureRandom();

    private final KeyFolder folder;
    private final byte[] installation;
    private final SecureRandom random;
    private final BallotSealer sealer;
    /** By purpose; there are few, and each is asked for at most requests. */
    private final Map<String, byte[]> macKeys = new ConcurrentHashMap<>();

    private KeyFiles(KeyFolder folder, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.installation = folder.require(INSTALLATION).get(0);
        this.random = random;
        this.sealer = new WaveSealer(clock, random);
    }

    /** As {@link #open(Path, boolean, InstantSource, SecureRandom)} with the system's clock and randomness. */
    public static KeyFiles open(Path folder, boolean mayCreate) {
        return open(folder, mayCreate, InstantSource.system(), new SecureRandom());
    }

    /**
     * Opens the folder, making it and the installation key when {@code mayCreate}.
     *
     * @param mayCreate whether the database was never filled under keys; otherwise a missing key refuses the start
     * @param clock tells when data keys are renewed
     * @throws KeysUnusableException when the installation key is missing, or keys are unreadable or open to others
     */
    public static KeyFiles open(Path folder, boolean mayCreate, InstantSource clock, SecureRandom random) {
        KeyFolder files = KeyFolder.open(folder);
        if (!files.has(INSTALLATION)) {
            if (!mayCreate) {
                throw new KeysUnusableException(
                        "The key file %s is missing, and this database was filled under it; restore the folder KEYS_DIR, Parallax does not start without it."
                                .formatted(files.path(INSTALLATION)));
            }
            files.create(INSTALLATION, List.of(randomKey(random)));
        }
        return new KeyFiles(files, clock, random);
    }

    private static byte[] randomKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** Names the installation key without telling it (32 bytes); a database remembers it. */
    public byte[] fingerprint() {
        return Hkdf.derive(installation, "fingerprint");
    }

    /** Makes an engagement's key unless it exists. */
    public void createEngagementKey(UUID engagement) {
        folder.create(engagementKey(engagement), List.of(randomKey(random)));
    }

    /** Destroys an engagement's key; its codes can never be computed again. */
    public void destroyEngagementKey(UUID engagement) {
        folder.destroy(engagementKey(engagement));
    }

    /** Makes a wave's link key and key pair, unless they exist; returns the public key (X.509 encoded). */
    public byte[] createWaveKeys(UUID wave) {
        folder.create(linkKey(wave), List.of(randomKey(random)));
        if (!folder.has(pair(wave))) {
            KeyPair fresh = KeyPairs.generate(random);
            folder.create(
                    pair(wave),
                    List.of(fresh.getPrivate().getEncoded(), fresh.getPublic().getEncoded()));
        }
        return folder.require(pair(wave)).get(1).clone();
    }

    /** Destroys a wave's link key and key pair; its links and what is still sealed are lost for good. */
    public void destroyWaveKeys(UUID wave) {
        folder.destroy(pair(wave));
        folder.destroy(linkKey(wave));
    }

    /** Whether the links of a wave can never be computed again; its ballots then cannot be opened either. */
    public boolean areLinksDestroyed(UUID wave) {
        return folder.isDestroyed(linkKey(wave));
    }

    /** Code of an account (16 bytes): equal for the same name in the same engagement, meaningless without its key. */
    public byte[] accountCode(UUID engagement, String account) {
        return engagementCode(engagement, "account", account);
    }

    /** Code of a respondent of imported answers (16 bytes). */
    public byte[] personCode(UUID engagement, String respondent) {
        return engagementCode(engagement, "person", respondent);
    }

    private byte[] engagementCode(UUID engagement, String kind, String name) {
        byte[] key = folder.require(engagementKey(engagement)).get(0);
        String normal = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        return Arrays.copyOf(Hkdf.hmac(key, utf8(kind + "\0" + normal)), CODE_BYTES);
    }

    /** The token of a personal link: 22 characters of base64url, derived, never stored. */
    public String linkToken(UUID wave, UUID invitation, int generation) {
        byte[] key = folder.require(linkKey(wave)).get(0);
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(generation).array();
        return token(Hkdf.hmac(key, bytes(invitation), number));
    }

    /** What the database keeps of a token: its SHA-256. */
    public static byte[] tokenHash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(utf8(token));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Token for "stop all mails", derived from the invitation under the installation key: 22 characters. */
    public String stopToken(UUID invitation) {
        return token(mac("stop", bytes(invitation)));
    }

    /** HMAC of a normalised mail address under the installation key. */
    public byte[] addressHash(String emailKey) {
        return mac("address", utf8(emailKey));
    }

    /** Local part of a Message-ID derived from an outbox row; the same on a second try. */
    public String messageId(UUID outboxId) {
        return HexFormat.of().formatHex(mac("message-id", bytes(outboxId)), 0, CODE_BYTES);
    }

    /** HMAC under the installation key for a purpose, such as anti-forgery tokens. */
    public byte[] mac(String purpose, byte[] data) {
        return Hkdf.hmac(macKeys.computeIfAbsent(purpose, named -> Hkdf.derive(installation, "mac " + named)), data);
    }

    /** Seals ballots for a wave's public key under a data key of this node, renewed hourly. */
    public BallotSealer sealer() {
        return sealer;
    }

    /** Opens sealed ballots of a wave; empty when its keys were destroyed. For one batch, in one thread. */
    public Optional<BallotOpener> opener(UUID wave) {
        if (folder.isDestroyed(pair(wave))) {
            return Optional.empty();
        }
        List<byte[]> pair = folder.require(pair(wave));
        return Optional.of(new WaveOpener(wave, pair.get(0), pair.get(1)));
    }

    /** Encrypts drafts under a link's token. */
    public static DraftCipher draftCipher(String token) {
        return new TokenDraftCipher(token, DRAFT_NONCES);
    }

    /** Encrypts what lies in the database for a while, under the installation key: readable for this purpose and owner alone. */
    public StoredCipher storedCipher(String purpose, UUID owner) {
        return new InstallationCipher(Hkdf.derive(installation, "stored " + purpose + " " + owner), random);
    }

    private static String engagementKey(UUID engagement) {
        return "engagement-" + engagement + ".key";
    }

    private static String linkKey(UUID wave) {
        return "wave-" + wave + "-links.key";
    }

    private static String pair(UUID wave) {
        return "wave-" + wave + "-ballots.key";
    }

    private static String token(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TOKEN_CHARACTERS);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sealing side. */
    public interface BallotSealer {
        /** Seals and pads to steps of 4,096 bytes. The data key is renewed hourly: store it with the ballot unless it is there. */
        Sealed seal(UUID wave, byte[] publicKey, byte[] plain);
    }

    /** A sealed ballot, its data key's id, and that key wrapped for the wave. */
    public record Sealed(byte[] ciphertext, UUID keyId, byte[] wrappedKey) {}

    /** Opening side. */
    public interface BallotOpener {
        /** @throws SealBrokenException when the ballot was changed, or belongs to another wave or key */
        byte[] open(byte[] wrappedKey, byte[] ciphertext);
    }

    /** What is stored for one owner, in numbered parts that cannot stand for each other. */
    public interface StoredCipher {
        byte[] encrypt(int part, byte[] plain);

        /** @throws SealBrokenException when the part was changed, or is another one */
        byte[] decrypt(int part, byte[] sealed);
    }

    /** One link's drafts. */
    public interface DraftCipher {
        /** Where the draft lies: 32 bytes nobody finds without the link. */
        byte[] rowId();

        /** Padded to steps of 4,096 bytes. */
        byte[] encrypt(byte[] plain);

        /** @throws SealBrokenException when the draft was changed or belongs to another link */
        byte[] decrypt(byte[] ciphertext);
    }
}
