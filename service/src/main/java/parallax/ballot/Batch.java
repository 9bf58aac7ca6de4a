package parallax.ballot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.database.RandomId;
import parallax.keys.KeyFiles.BallotOpener;
import parallax.keys.SealBrokenException;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.WaveId;

/** Ballots that leave the box and become answers together, in one transaction under the lock of their wave. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Handle handle;
    private final BallotDao dao;
    private final BallotOpener opener;
    private final ResponseStore store;
    private final Random random;

    Batch(Handle handle, BallotOpener opener, ResponseStore store, Random random) {
        this.handle = handle;
        this.dao = handle.attach(BallotDao.class);
        this.opener = opener;
        this.store = store;
        this.random = random;
    }

    /**
     * Counts some of those that wait; one that cannot be opened is set aside, so that it keeps nobody waiting.
     *
     * @param size tells how many of so many
     * @return how many wait no more
     */
    int count(WaveId wave, Audience audience, IntUnaryOperator size) {
        List<UUID> waiting = new ArrayList<>(dao.listWaiting(wave, audience));
        int wanted = size.applyAsInt(waiting.size());
        if (wanted == 0) {
            return 0;
        }
        Collections.shuffle(waiting, random);
        List<UUID> opened = new ArrayList<>();
        List<UUID> unreadable = new ArrayList<>();
        List<Response> responses = new ArrayList<>();
        for (BallotDao.SealedBallotRow row : dao.list(waiting.subList(0, wanted))) {
            try {
                responses.add(open(row, audience));
                opened.add(row.id());
            } catch (SealBrokenException | UnreadableBallotException e) {
                unreadable.add(row.id());
            }
        }
        if (!unreadable.isEmpty()) {
            LOG.error(
                    "Ballots of wave {} ({}) that cannot be opened, set aside and not counted: {}",
                    wave,
                    audience,
                    unreadable.size());
            dao.setAside(unreadable);
        }
        int deleted = dao.delete(opened);
        if (deleted != opened.size()) {
            throw new IllegalStateException("of %d ballots %d were gone".formatted(opened.size(), deleted));
        }
        // the order they were read in is the order they came in
        Collections.shuffle(responses, random);
        store.insert(handle, wave, responses);
        return opened.size() + unreadable.size();
    }

    private Response open(BallotDao.SealedBallotRow row, Audience audience) {
        byte[] wrapped = row.wrapped();
        if (wrapped == null) {
            throw new UnreadableBallotException("the data key of a ballot is gone");
        }
        Ballot ballot = BallotCodec.read(opener.open(wrapped, row.ciphertext()));
        if (ballot.audience() != audience) {
            throw new UnreadableBallotException("a ballot lies in the pile of another audience");
        }
        return new Response(
                RandomId.from(random),
                audience,
                ballot.account().length == 0 ? null : ballot.account(),
                null,
                ballot.segments(),
                ballot.experience(),
                ballot.importance(),
                ballot.numbers());
    }
}
