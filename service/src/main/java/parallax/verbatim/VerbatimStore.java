package parallax.verbatim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.database.RandomId;
import parallax.study.WaveId;

/** What people wrote, in the database. */
public final class VerbatimStore {

    private final Jdbi count;
    private final Jdbi report;
    private final Random random;

    /**
     * Over two logins.
     *
     * @param count the login that counts
     * @param report the login that reads answers
     * @param random unpredictable: it gives ids and order
     */
    public VerbatimStore(Jdbi count, Jdbi report, Random random) {
        this.count = count;
        this.report = report;
        this.random = random;
    }

    /** Inserts in an order of its own, in the caller's transaction (login parallax_count). */
    public void insert(Handle handle, WaveId wave, List<Verbatim> texts, List<ThreeWords> words) {
        VerbatimDao dao = handle.attach(VerbatimDao.class);
        if (!texts.isEmpty()) {
            dao.insertTexts(wave, shuffled(texts));
        }
        if (!words.isEmpty()) {
            dao.insertWords(wave, shuffled(words));
        }
    }

    /**
     * Writes all of a wave anew, under new ids and in a new order, in one transaction. Counted in batches, a text shares the
     * transaction of its batch's responses; afterwards it shares one with all texts of the wave. Repeatable.
     */
    public void mix(WaveId wave) {
        boolean mixed = count.inTransaction(handle -> {
            VerbatimDao dao = handle.attach(VerbatimDao.class);
            List<Verbatim> texts = dao.listTexts(wave);
            List<ThreeWords> words = dao.listWords(wave);
            if (texts.isEmpty() && words.isEmpty()) {
                return false;
            }
            dao.deleteTexts(wave);
            dao.deleteWords(wave);
            insert(
                    handle,
                    wave,
                    texts.stream()
                            .map(text -> new Verbatim(
                                    RandomId.from(random), text.audience(), text.item(), text.language(), text.text()))
                            .toList(),
                    words.stream()
                            .map(one -> new ThreeWords(
                                    RandomId.from(random), one.audience(), one.item(), one.language(), one.words()))
                            .toList());
            return true;
        });
        if (mixed) {
            count.useExtension(VerbatimDao.class, VerbatimDao::vacuum);
        }
    }

    /** How many texts and sets of words were deleted, in the caller's transaction (login parallax_count). */
    public int deleteAll(Handle handle, WaveId wave) {
        VerbatimDao dao = handle.attach(VerbatimDao.class);
        return dao.deleteTexts(wave) + dao.deleteWords(wave);
    }

    /** Texts of a wave in an order that says nothing (login parallax_report). */
    public List<Verbatim> texts(WaveId wave) {
        return report.withExtension(VerbatimDao.class, dao -> dao.listTexts(wave));
    }

    /** Words of a wave, a person each, in an order that says nothing (login parallax_report). */
    public List<ThreeWords> words(WaveId wave) {
        return report.withExtension(VerbatimDao.class, dao -> dao.listWords(wave));
    }

    private <T> List<T> shuffled(List<T> rows) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
