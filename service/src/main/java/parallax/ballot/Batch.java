package parallax.ballot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
     * Counts some of those that wait.
     *
     * @param size tells how many of so many
     * @return how many were counted; one that cannot be opened stays in the box
     */
    int count(WaveId wave, Audience audience, IntUnaryOperator size) {
        List<UUID> waiting = new ArrayList<>(dao.listWaiting(wave, audience));
        int wanted = size.applyAsInt(waiting.size());
        if (wanted == 0) {
            return 0;
        }
        Collections.shuffle(waiting, random);
        List<UUID> opened = new ArrayList<>();
        List<Response> responses = new ArrayList<>();
        List<BallotDao.SealedBallotRow> drawn = dao.list(waiting.subList(0, wanted));
        if (drawn.size() < wanted) {
            LOG.error("{} ballots of wave {} ({}) have no data key", wanted - drawn.size(), wave, audience);
        }
        for (BallotDao.SealedBallotRow row : drawn) {
            Response response = open(row, wave, audience);
            if (response != null) {
                opened.add(row.id());
                responses.add(response);
            }
        }
        if (opened.isEmpty()) {
            return 0;
        }
        int deleted = dao.delete(opened);
        if (deleted != opened.size()) {
            throw new IllegalStateException("of %d ballots %d were gone".formatted(opened.size(), deleted));
        }
        // the order they were read in is the order they came in
        Collections.shuffle(responses, random);
        store.insert(handle, wave, responses);
        return opened.size();
    }

    private @Nullable Response open(BallotDao.SealedBallotRow row, WaveId wave, Audience audience) {
        try {
            Ballot ballot = BallotCodec.read(opener.open(row.wrapped(), row.ciphertext()));
            if (ballot.audience() != audience) {
                throw new UnreadableBallotException("a ballot lies in the pile of another audience");
            }
            return new Response(
                    randomId(),
                    audience,
                    ballot.account().length == 0 ? null : ballot.account(),
                    null,
                    ballot.segments(),
                    ballot.experience(),
                    ballot.importance(),
                    ballot.numbers());
        } catch (SealBrokenException | UnreadableBallotException e) {
            LOG.error("A ballot of wave {} ({}) stays uncounted: {}", wave, audience, e.getMessage());
            return null;
        }
    }

    /** A random id of the usual form (version 4) from the injected randomness. */
    private UUID randomId() {
        long most = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x0000_0000_0000_4000L;
        long least = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
