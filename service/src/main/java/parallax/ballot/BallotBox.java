package parallax.ballot;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import parallax.keys.KeyFiles.BallotSealer;
import parallax.keys.KeyFiles.Sealed;
import parallax.study.WaveId;

/** Where sealed ballots lie until they are counted. */
public final class BallotBox {

    private final BallotSealer sealer;
    private final Function<WaveId, byte[]> publicKeys;
    private final Supplier<UUID> ids;
    /** A launched wave's public key never changes. */
    private final Map<WaveId, byte[]> known = new ConcurrentHashMap<>();

    /** @param ids random */
    BallotBox(BallotSealer sealer, Function<WaveId, byte[]> publicKeys, Supplier<UUID> ids) {
        this.sealer = sealer;
        this.publicKeys = publicKeys;
        this.ids = ids;
    }

    /**
     * Seals a ballot and puts it in, in the caller's transaction (login parallax_field).
     *
     * @throws parallax.web.RefusedException NOT_FOUND for a wave that was never launched
     */
    public void put(Handle handle, WaveId wave, Ballot ballot) {
        byte[] publicKey = known.computeIfAbsent(wave, publicKeys);
        Sealed sealed = sealer.seal(wave.value(), publicKey, BallotCodec.write(ballot));
        handle.attach(BallotDao.class)
                .insert(ids.get(), wave, ballot.audience(), sealed.keyId(), sealed.wrappedKey(), sealed.ciphertext());
    }
}
