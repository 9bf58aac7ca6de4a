package parallax.answering;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.answering.Admission.Admitted;
import parallax.answering.Admission.Entry;
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
    private final Admission admission;

    DraftService(Jdbi field, WaveService waves, Admission admission) {
        this.field = field;
        this.waves = waves;
        this.admission = admission;
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

    /** What a link leads to and its draft as it stands, for reading only. */
    Opened open(LinkToken token) {
        DraftCipher cipher = KeyFiles.draftCipher(token.value());
        return new Opened(admission.enter(token.value(), cipher.rowId()), cipher);
    }

    /**
     * Runs work in a transaction during which no other save or submit of this link runs. A save that overlapped a submit
     * would otherwise leave a draft behind that nothing deletes.
     */
    <T> T alone(LinkToken token, Function<Held, T> work) {
        DraftCipher cipher = KeyFiles.draftCipher(token.value());
        return field.inTransaction(handle -> {
            Opened opened = new Opened(admission.enterAlone(handle, token.value(), cipher.rowId()), cipher);
            return work.apply(new Held(handle, handle.attach(DraftDao.class), opened));
        });
    }

    private static Found read(byte @Nullable [] ciphertext, DraftCipher cipher, AskedForm asked) {
        if (ciphertext == null) {
            return new Found(asked.emptyDraft(), State.NONE);
        }
        return decrypt(ciphertext, cipher)
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

    /** What a link leads to, and the draft under it, closed until its form is known. */
    static final class Opened {

        private final Optional<Entry> entry;
        private final DraftCipher cipher;

        private Opened(Optional<Entry> entry, DraftCipher cipher) {
            this.entry = entry;
            this.cipher = cipher;
        }

        /** Empty for a link that leads nowhere. */
        Optional<Admitted> admitted() {
            return entry.map(Entry::admitted);
        }

        Found draft(AskedForm asked) {
            return read(entry.map(Entry::draft).orElse(null), cipher, asked);
        }
    }

    /** One link's draft, held against any other save or submit. */
    static final class Held {

        private final Handle handle;
        private final DraftDao dao;
        private final Opened opened;

        private Held(Handle handle, DraftDao dao, Opened opened) {
            this.handle = handle;
            this.dao = dao;
            this.opened = opened;
        }

        Handle handle() {
            return handle;
        }

        Optional<Admitted> admitted() {
            return opened.admitted();
        }

        Found draft(AskedForm asked) {
            return opened.draft(asked);
        }

        void save(AskedForm asked, Draft draft) {
            DraftCipher cipher = opened.cipher;
            dao.put(cipher.rowId(), asked.wave(), cipher.encrypt(draft.encode(asked)));
        }

        void delete() {
            dao.delete(opened.cipher.rowId());
        }
    }
}
