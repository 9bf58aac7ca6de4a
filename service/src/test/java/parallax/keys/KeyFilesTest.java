package parallax.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    private static final UUID WAVE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER_WAVE = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final UUID ENGAGEMENT = UUID.fromString("00000000-0000-0000-0000-000000000003");
    private static final UUID INVITATION = UUID.fromString("00000000-0000-0000-0000-000000000004");

    @TempDir
    Path parent;

    private Path folder;
    private KeyFiles keys;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @BeforeEach
    void open() {
        folder = parent.resolve("keys");
        keys = KeyFiles.open(folder, true, () -> now, new SecureRandom());
    }

    @Test
    void onlyTheirOwnerMayReadKeys() throws IOException {
        keys.createEngagementKey(ENGAGEMENT);
        keys.createWaveKeys(WAVE);
        assertThat(mode(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(4);
            assertThat(all).allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aKeyOpenToOthersIsRefused() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("installation.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFiles.open(folder, false))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aMissingInstallationKeyOfAFilledDatabaseRefusesTheStart() throws IOException {
        Files.delete(folder.resolve("installation.key"));
        assertThatThrownBy(() -> KeyFiles.open(folder, false))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("installation.key is missing")
                .hasMessageContaining("restore the folder KEYS_DIR");
        assertThat(folder.resolve("installation.key")).doesNotExist();
    }

    @Test
    void aDamagedKeyIsRefused() throws IOException {
        Files.writeString(folder.resolve("installation.key"), "parallax-key-1 ###\n");
        assertThatThrownBy(() -> KeyFiles.open(folder, false))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherNodeDerivesTheSame() {
        keys.createEngagementKey(ENGAGEMENT);
        byte[] publicKey = keys.createWaveKeys(WAVE);
        KeyFiles other = KeyFiles.open(folder, false);
        other.createEngagementKey(ENGAGEMENT);
        assertThat(other.createWaveKeys(WAVE)).isEqualTo(publicKey);
        assertThat(other.linkToken(WAVE, INVITATION, 0)).isEqualTo(keys.linkToken(WAVE, INVITATION, 0));
        assertThat(other.accountCode(ENGAGEMENT, "Acme")).isEqualTo(keys.accountCode(ENGAGEMENT, "Acme"));
        assertThat(other.fingerprint()).isEqualTo(keys.fingerprint());
    }

    @Test
    void tokensAreShortAndDifferInEverythingTheyDependOn() {
        keys.createWaveKeys(WAVE);
        keys.createWaveKeys(OTHER_WAVE);
        Set<String> tokens = Set.of(
                keys.linkToken(WAVE, INVITATION, 0),
                keys.linkToken(WAVE, INVITATION, 1),
                keys.linkToken(OTHER_WAVE, INVITATION, 0),
                keys.linkToken(WAVE, ENGAGEMENT, 0),
                keys.stopToken(INVITATION),
                keys.stopToken(ENGAGEMENT));
        assertThat(tokens).hasSize(6).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void codesSeparateEngagementsAndKinds() {
        keys.createEngagementKey(ENGAGEMENT);
        keys.createEngagementKey(OTHER_WAVE);
        byte[] code = keys.accountCode(ENGAGEMENT, "Acme");
        assertThat(code).hasSize(16).isEqualTo(keys.accountCode(ENGAGEMENT, " Acme "));
        assertThat(code)
                .isNotEqualTo(keys.accountCode(OTHER_WAVE, "Acme"))
                .isNotEqualTo(keys.personCode(ENGAGEMENT, "Acme"))
                .isNotEqualTo(keys.accountCode(ENGAGEMENT, "Acne"));
    }

    @Test
    void destroyedKeysNeverComeBack() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        KeyFiles otherNode = KeyFiles.open(folder, false);
        otherNode.linkToken(WAVE, INVITATION, 0);
        KeyFiles.Sealed sealed = keys.sealer().seal(WAVE, publicKey, new byte[] {1});
        keys.destroyWaveKeys(WAVE);
        for (KeyFiles node : List.of(keys, otherNode, KeyFiles.open(folder, true))) {
            assertThat(node.opener(WAVE)).isEmpty();
            assertThatThrownBy(() -> node.linkToken(WAVE, INVITATION, 0)).hasMessageContaining("was destroyed");
            assertThatThrownBy(() -> node.createWaveKeys(WAVE)).hasMessageContaining("is not made anew");
        }
        keys.destroyWaveKeys(WAVE);
        assertThat(sealed.ciphertext()).hasSize(4096);
    }

    @Test
    void aDestroyedEngagementKeyTakesItsCodesWithIt() {
        keys.createEngagementKey(ENGAGEMENT);
        keys.accountCode(ENGAGEMENT, "Acme");
        keys.destroyEngagementKey(ENGAGEMENT);
        assertThatThrownBy(() -> keys.accountCode(ENGAGEMENT, "Acme"))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("was destroyed");
    }

    @Test
    void aLostPairIsALossAndNoDestruction() throws IOException {
        keys.createWaveKeys(WAVE);
        KeyFiles restarted = KeyFiles.open(folder, false);
        Files.delete(folder.resolve("wave-" + WAVE + "-ballots.key"));
        assertThatThrownBy(() -> restarted.opener(WAVE)).hasMessageContaining("is missing; restore it");
    }

    @Test
    void whatIsSealedForAWaveOpensWithItsKeysOnAnyNode() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        byte[] plain = "answers".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        KeyFiles.Sealed sealed = keys.sealer().seal(WAVE, publicKey, plain);
        KeyFiles.BallotOpener opener = KeyFiles.open(folder, false).opener(WAVE).orElseThrow();
        assertThat(opener.open(sealed.wrappedKey(), sealed.ciphertext())).isEqualTo(plain);
    }

    @Test
    void aBallotThatWasTamperedWithDoesNotOpen() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        KeyFiles.Sealed sealed = keys.sealer().seal(WAVE, publicKey, new byte[] {1, 2, 3});
        KeyFiles.BallotOpener opener = keys.opener(WAVE).orElseThrow();
        for (int position : new int[] {0, 1, 13, 2000, 4095}) {
            byte[] changed = sealed.ciphertext().clone();
            changed[position] ^= 1;
            assertThatThrownBy(() -> opener.open(sealed.wrappedKey(), changed)).isInstanceOf(SealBrokenException.class);
        }
        for (int position = 0; position < sealed.wrappedKey().length; position++) {
            byte[] changed = sealed.wrappedKey().clone();
            changed[position] ^= 1;
            assertThatThrownBy(() -> opener.open(changed, sealed.ciphertext()))
                    .as("byte %d of the wrapped key", position)
                    .isInstanceOf(SealBrokenException.class);
        }
        assertThatThrownBy(() -> opener.open(sealed.wrappedKey(), Arrays.copyOf(sealed.ciphertext(), 4095)))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aBallotDoesNotOpenInAnotherWave() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        keys.createWaveKeys(OTHER_WAVE);
        KeyFiles.Sealed sealed = keys.sealer().seal(WAVE, publicKey, new byte[] {1});
        assertThatThrownBy(() -> keys.opener(OTHER_WAVE).orElseThrow().open(sealed.wrappedKey(), sealed.ciphertext()))
                .isInstanceOf(SealBrokenException.class);
        KeyFiles.Sealed moved = keys.sealer().seal(OTHER_WAVE, publicKey, new byte[] {1});
        assertThatThrownBy(() -> keys.opener(WAVE).orElseThrow().open(moved.wrappedKey(), moved.ciphertext()))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void lengthsTellNothingWithinAStep() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        for (int length : new int[] {0, 1, 300, 4063}) {
            assertThat(keys.sealer().seal(WAVE, publicKey, new byte[length]).ciphertext())
                    .hasSize(4096);
        }
        assertThat(keys.sealer().seal(WAVE, publicKey, new byte[4064]).ciphertext())
                .hasSize(8192);
        byte[] plain = new byte[4064];
        new SecureRandom().nextBytes(plain);
        KeyFiles.Sealed sealed = keys.sealer().seal(WAVE, publicKey, plain);
        assertThat(keys.opener(WAVE).orElseThrow().open(sealed.wrappedKey(), sealed.ciphertext()))
                .isEqualTo(plain);
    }

    @Test
    void noNonceIsUsedTwice() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            byte[] ciphertext =
                    keys.sealer().seal(WAVE, publicKey, new byte[] {1}).ciphertext();
            nonces.add(HexFormat.of().formatHex(ciphertext, 1, 13));
        }
        assertThat(nonces).hasSize(2000);
    }

    @Test
    void theDataKeyIsRenewedEveryHourAndForEveryWave() {
        byte[] publicKey = keys.createWaveKeys(WAVE);
        byte[] otherPublicKey = keys.createWaveKeys(OTHER_WAVE);
        KeyFiles.Sealed first = keys.sealer().seal(WAVE, publicKey, new byte[] {1});
        now = now.plus(Duration.ofMinutes(59));
        KeyFiles.Sealed second = keys.sealer().seal(WAVE, publicKey, new byte[] {1});
        KeyFiles.Sealed elsewhere = keys.sealer().seal(OTHER_WAVE, otherPublicKey, new byte[] {1});
        now = now.plus(Duration.ofMinutes(1));
        KeyFiles.Sealed third = keys.sealer().seal(WAVE, publicKey, new byte[] {1});
        assertThat(second.keyId()).isEqualTo(first.keyId());
        assertThat(second.wrappedKey()).isEqualTo(first.wrappedKey());
        assertThat(elsewhere.keyId()).isNotEqualTo(first.keyId());
        assertThat(third.keyId()).isNotEqualTo(first.keyId());
        assertThat(third.wrappedKey()).isNotEqualTo(first.wrappedKey());
    }

    @Test
    void aDraftOpensOnlyUnderItsLink() {
        KeyFiles.DraftCipher cipher = KeyFiles.draftCipher("AAAAAAAAAAAAAAAAAAAAAA");
        KeyFiles.DraftCipher other = KeyFiles.draftCipher("AAAAAAAAAAAAAAAAAAAAAB");
        byte[] sealed = cipher.encrypt(new byte[] {7});
        assertThat(KeyFiles.draftCipher("AAAAAAAAAAAAAAAAAAAAAA").decrypt(sealed))
                .containsExactly(7);
        assertThat(sealed).hasSameSizeAs(cipher.encrypt(new byte[3000])).hasSize(4096);
        assertThat(cipher.encrypt(new byte[] {7})).isNotEqualTo(sealed);
        assertThat(cipher.rowId()).hasSize(32).isNotEqualTo(other.rowId());
        assertThatThrownBy(() -> other.decrypt(sealed)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void purposesOfTheInstallationKeyDoNotMix() {
        byte[] data = {1, 2, 3};
        assertThat(keys.mac("csrf", data)).hasSize(32).isNotEqualTo(keys.mac("stop", data));
        assertThat(keys.messageId(INVITATION)).matches("[0-9a-f]{32}").isEqualTo(keys.messageId(INVITATION));
        assertThat(keys.addressHash("a@example.org")).isNotEqualTo(keys.addressHash("b@example.org"));
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
