package parallax.answering;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.keys.KeyFiles;
import parallax.keys.KeyFiles.DraftCipher;
import parallax.study.Engagement;
import parallax.study.EngagementContent;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** Drafts, encrypted under their links: the database alone can neither find the draft of a person nor read one. */
public final class DraftService implements EngagementContent {

    private static final Logger log = LoggerFactory.getLogger(DraftService.class);

    private final Jdbi field;
    private final WaveService waves;

    DraftService(Jdbi field, WaveService waves) {
        this.field = field;
        this.waves = waves;
    }

    /** Deletes all drafts of a wave, in the caller's transaction (login parallax_field). */
    public static void deleteOfWave(Handle handle, WaveId wave) {
        handle.attach(DraftDao.class).deleteOfWave(wave);
    }

    @Override
    public void deleteContent(Engagement engagement) {
        for (Wave wave : waves.list(engagement.id())) {
            field.useTransaction(handle -> deleteOfWave(handle, wave.id()));
        }
    }

    /** The draft as it stands, for reading only. */
    Found find(LinkToken token, AskedForm asked) {
        DraftCipher cipher = KeyFiles.draftCipher(token.value());
        return field.withExtension(DraftDao.class, dao -> read(dao.find(cipher.rowId()), cipher, asked));
    }

    /**
     * Runs work in a transaction during which no other save or submit of this link runs. A save that overlapped a submit
     * would otherwise leave a draft behind that nothing deletes.
     */
    <T> T alone(LinkToken token, Function<Held, T> work) {
        DraftCipher cipher = KeyFiles.draftCipher(token.value());
        return field.inTransaction(handle -> {
            DraftDao dao = handle.attach(DraftDao.class);
            dao.hold(ByteBuffer.wrap(cipher.rowId()).getLong());
            return work.apply(new Held(handle, dao, cipher));
        });
    }

    private static Found read(Optional<byte[]> ciphertext, DraftCipher cipher, AskedForm asked) {
        if (ciphertext.isEmpty()) {
            return new Found(asked.emptyDraft(), State.NONE);
        }
        return decrypt(ciphertext.get(), cipher)
                .flatMap(plain -> Draft.decode(plain, asked))
                .map(draft -> new Found(draft, State.KEPT))
                .orElseGet(() -> {
                    log.warn("A draft of wave {} cannot be opened; its form starts empty", asked.wave());
                    return new Found(asked.emptyDraft(), State.UNREADABLE);
                });
    }

    private static Optional<byte[]> decrypt(byte[] ciphertext, DraftCipher cipher) {
        try {
            return Optional.of(cipher.decrypt(ciphertext));
        } catch (RuntimeException changedOrCut) {
            return Optional.empty();
        }
    }

    /** Whether there was a draft. */
    enum State {
        NONE,
        KEPT,
        UNREADABLE
    }

    /** A draft, empty unless it was kept. */
    record Found(Draft draft, State state) {}

    /** One link's draft, held against any other save or submit. */
    static final class Held {

        private final Handle handle;
        private final DraftDao dao;
        private final DraftCipher cipher;

        private Held(Handle handle, DraftDao dao, DraftCipher cipher) {
            this.handle = handle;
            this.dao = dao;
            this.cipher = cipher;
        }

        Handle handle() {
            return handle;
        }

        Found draft(AskedForm asked) {
            return read(dao.find(cipher.rowId()), cipher, asked);
        }

        void save(AskedForm asked, Draft draft) {
            dao.put(cipher.rowId(), asked.wave(), cipher.encrypt(draft.encode(asked)));
        }

        void delete() {
            dao.delete(cipher.rowId());
        }
    }
}
