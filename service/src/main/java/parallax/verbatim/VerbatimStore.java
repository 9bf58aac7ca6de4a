package parallax.verbatim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.database.RandomId;
import parallax.questionnaire.Audience;
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

    /** Inserts in an order of its own, in the caller's transaction (login parallax_count); the wave waits to be mixed. */
    public void insert(Handle handle, WaveId wave, Written written) {
        VerbatimDao dao = handle.attach(VerbatimDao.class);
        insert(dao, wave, written.texts(), written.words());
        written.writers().forEach(writers -> dao.addWriters(wave, writers));
    }

    private void insert(VerbatimDao dao, WaveId wave, List<Verbatim> texts, List<ThreeWords> words) {
        if (!texts.isEmpty()) {
            dao.insertTexts(wave, shuffled(texts));
        }
        if (!words.isEmpty()) {
            dao.insertWords(wave, shuffled(words));
        }
    }

    /**
     * Writes all of a wave anew, under new ids and in a new order, in the caller's transaction (login parallax_count), which
     * holds the wave against any other that counts or mixes. Counted in batches, a text shares the transaction of its batch's
     * responses; afterwards it shares one with all texts of the wave. Languages in which too few wrote are not told.
     *
     * @param minimum fewest people of an audience that anything may point at
     * @return false when there was nothing to mix
     */
    public boolean mix(Handle handle, WaveId wave, ToIntFunction<Audience> minimum) {
        VerbatimDao dao = handle.attach(VerbatimDao.class);
        List<Writers> writers = dao.listWriters(wave);
        if (writers.isEmpty()) {
            return false;
        }
        ToldLanguages told = ToldLanguages.of(writers, minimum);
        List<Verbatim> texts = dao.listTexts(wave);
        List<ThreeWords> words = dao.listWords(wave);
        dao.deleteTexts(wave);
        dao.deleteWords(wave);
        insert(
                dao,
                wave,
                texts.stream()
                        .map(text -> new Verbatim(
                                RandomId.from(random),
                                text.audience(),
                                text.item(),
                                told.of(text.audience(), text.language()),
                                text.text()))
                        .toList(),
                words.stream()
                        .map(one -> new ThreeWords(
                                RandomId.from(random),
                                one.audience(),
                                one.item(),
                                told.of(one.audience(), one.language()),
                                one.words()))
                        .toList());
        dao.deleteWriters(wave);
        return true;
    }

    /** Clears away what mixing left behind. */
    public void vacuum() {
        count.useExtension(VerbatimDao.class, VerbatimDao::vacuum);
    }

    /** Waves with texts that wait to be mixed. */
    public List<WaveId> listUnmixed() {
        return count.withExtension(VerbatimDao.class, VerbatimDao::listUnmixed);
    }

    /** How many texts and sets of words were deleted, in the caller's transaction (login parallax_count). */
    public int deleteAll(Handle handle, WaveId wave) {
        VerbatimDao dao = handle.attach(VerbatimDao.class);
        dao.deleteWriters(wave);
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
