package parallax.ballot;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.keys.KeyFiles;
import parallax.keys.KeyFiles.BallotOpener;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.EngagementService;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** Opens ballots in shuffled batches and counts them into the answers. */
public final class Counting implements Ballots {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    /** Keeps the locks of counting apart from other advisory locks. */
    private static final long LOCK_SPACE = 0x636f756e74L;

    private final Jdbi count;
    private final KeyFiles keys;
    private final EngagementService engagements;
    private final WaveService waves;
    private final Batch.Stores stores;
    private final Random random;

    /**
     * Counts.
     *
     * @param count the pool of login parallax_count
     * @param random unpredictable: it decides which answer stands where
     */
    Counting(Jdbi count, KeyFiles keys, StudyFeature study, Batch.Stores stores, Random random) {
        this.count = count;
        this.keys = keys;
        this.engagements = study.engagements();
        this.waves = study.waves();
        this.stores = stores;
        this.random = random;
    }

    /** Batches where enough ballots wait, for every wave that takes answers, and all that a closed wave still has; the job's work. */
    public void countWhereEnoughWait() {
        boolean counted = false;
        for (BallotDao.Pile pile : count.withExtension(BallotDao.class, BallotDao::listPiles)) {
            try {
                counted |= countPile(pile);
            } catch (RuntimeException e) {
                // the other waves must not wait for this one
                LOG.error("The ballots of wave {} ({}) could not be counted", pile.waveId(), pile.audience(), e);
            }
        }
        stores.verbatims().listUnmixed().forEach(this::mixWhatACrashLeft);
        if (counted) {
            vacuum();
        }
    }

    private void mixWhatACrashLeft(WaveId wave) {
        try {
            if (waves.require(wave).state().hasFigures()) {
                mix(wave);
            }
        } catch (RuntimeException e) {
            LOG.error("The texts of wave {} could not be mixed", wave, e);
        }
    }

    @Override
    public void countAll(WaveId wave) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (BallotDao.Pile pile : count.withExtension(BallotDao.class, BallotDao::listPiles)) {
            if (pile.waveId().equals(wave)) {
                audiences.add(pile.audience());
            }
        }
        audiences.forEach(audience -> countRest(wave, audience));
        if (!waves.require(wave).state().takesAnswers()) {
            mix(wave);
            count.useExtension(BallotDao.class, dao -> dao.deleteUnusedKeys(wave));
        }
        vacuum();
    }

    /** Under the lock of counting: two at once would write every text twice. */
    private void mix(WaveId id) {
        Engagement engagement = engagements.require(waves.require(id).engagementId());
        boolean mixed = count.inTransaction(handle -> {
            handle.attach(BallotDao.class).lock(lockKey(id));
            return stores.verbatims().mix(handle, id, engagement::minimum);
        });
        if (mixed) {
            stores.verbatims().vacuum();
        }
    }

    @Override
    public boolean hasUnmixed(WaveId wave) {
        return stores.verbatims().listUnmixed().contains(wave);
    }

    @Override
    public int countUnreadable(WaveId wave) {
        return count.withExtension(BallotDao.class, dao -> dao.countUnreadable(wave));
    }

    @Override
    public void discardUnreadable(WaveId wave) {
        count.useTransaction(handle -> {
            BallotDao dao = handle.attach(BallotDao.class);
            dao.lock(lockKey(wave));
            dao.deleteUnreadable(wave);
            dao.deleteUnusedKeys(wave);
        });
        vacuum();
    }

    @Override
    public boolean hasWaiting(WaveId wave) {
        return count.withExtension(BallotDao.class, BallotDao::listPiles).stream()
                .anyMatch(pile -> pile.waveId().equals(wave));
    }

    private boolean countPile(BallotDao.Pile pile) {
        Wave wave = waves.require(pile.waveId());
        if (wave.state().hasFigures()) {
            // its node died between the close and the last count
            countAll(wave.id());
            return true;
        }
        AudienceFrame frame = waves.frames(wave.id()).getOrDefault(pile.audience(), AudienceFrame.unknown());
        MixingRule rule = MixingRule.of(frame.people());
        boolean counted = false;
        while (countBatch(pile.waveId(), pile.audience(), rule)) {
            counted = true;
        }
        return counted;
    }

    private boolean countBatch(WaveId wave, Audience audience, MixingRule rule) {
        BallotOpener opener = opener(wave);
        return count.inTransaction(handle -> handle.attach(BallotDao.class).tryLock(lockKey(wave))
                && new Batch(handle, opener, stores, random).count(wave, audience, rule::next) > 0);
    }

    private void countRest(WaveId wave, Audience audience) {
        BallotOpener opener = opener(wave);
        int done = 1;
        while (done > 0) {
            done = count.inTransaction(handle -> {
                handle.attach(BallotDao.class).lock(lockKey(wave));
                return new Batch(handle, opener, stores, random).count(wave, audience, MixingRule::nextAtClose);
            });
        }
    }

    /** Once the keys of a wave are destroyed none of its ballots can be opened. */
    private BallotOpener opener(WaveId wave) {
        return keys.opener(wave.value()).orElse((wrapped, ciphertext) -> {
            throw new UnreadableBallotException("the keys of the wave were destroyed");
        });
    }

    private void vacuum() {
        count.useExtension(BallotDao.class, BallotDao::vacuum);
    }

    static long lockKey(WaveId wave) {
        return wave.value().getMostSignificantBits() ^ wave.value().getLeastSignificantBits() ^ LOCK_SPACE;
    }

    /** Deletes ballots that were never counted, with their wave. */
    void discard(List<WaveId> discarded) {
        for (WaveId wave : discarded) {
            count.useTransaction(handle -> {
                BallotDao dao = handle.attach(BallotDao.class);
                // a count that runs would turn into answers what is deleted here
                dao.lock(lockKey(wave));
                dao.deleteAll(wave);
                dao.forgetUnreadable(wave);
                dao.deleteUnusedKeys(wave);
            });
        }
        vacuum();
    }
}
