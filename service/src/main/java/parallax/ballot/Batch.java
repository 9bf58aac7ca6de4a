package parallax.ballot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
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
import parallax.verbatim.ThreeWords;
import parallax.verbatim.Verbatim;
import parallax.verbatim.VerbatimStore;
import parallax.verbatim.Written;

/** Ballots that leave the box and become answers together, in one transaction under the lock of their wave. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Handle handle;
    private final BallotDao dao;
    private final BallotOpener opener;
    private final Stores stores;
    private final Random random;

    Batch(Handle handle, BallotOpener opener, Stores stores, Random random) {
        this.handle = handle;
        this.dao = handle.attach(BallotDao.class);
        this.opener = opener;
        this.stores = stores;
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
        Opened opened = open(dao.list(waiting.subList(0, wanted)), audience);
        if (!opened.unreadable.isEmpty()) {
            LOG.error(
                    "Ballots of wave {} ({}) that cannot be opened, set aside and not counted: {}",
                    wave,
                    audience,
                    opened.unreadable.size());
            dao.setAside(opened.unreadable);
        }
        int deleted = dao.delete(opened.ballots);
        if (deleted != opened.ballots.size()) {
            throw new IllegalStateException("of %d ballots %d were gone".formatted(opened.ballots.size(), deleted));
        }
        // the order they were read in is the order they came in
        Collections.shuffle(opened.responses, random);
        stores.responses().insert(handle, wave, opened.responses);
        stores.verbatims().insert(handle, wave, opened.written);
        return opened.ballots.size() + opened.unreadable.size();
    }

    /** Ballots that were opened and what became of them, and those that cannot be opened. */
    private record Opened(List<UUID> ballots, List<UUID> unreadable, List<Response> responses, Written written) {

        Opened(Audience audience) {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Written(audience));
        }
    }

    private Opened open(List<BallotDao.SealedBallotRow> rows, Audience audience) {
        Opened opened = new Opened(audience);
        for (BallotDao.SealedBallotRow row : rows) {
            try {
                Ballot ballot = open(row, audience);
                opened.responses.add(response(ballot));
                addWritten(ballot, opened.written);
                opened.ballots.add(row.id());
            } catch (SealBrokenException | UnreadableBallotException e) {
                opened.unreadable.add(row.id());
            }
        }
        return opened;
    }

    private Ballot open(BallotDao.SealedBallotRow row, Audience audience) {
        byte[] wrapped = row.wrapped();
        if (wrapped == null) {
            throw new UnreadableBallotException("the data key of a ballot is gone");
        }
        Ballot ballot = BallotCodec.read(opener.open(wrapped, row.ciphertext()));
        if (ballot.audience() != audience) {
            throw new UnreadableBallotException("a ballot lies in the pile of another audience");
        }
        return ballot;
    }

    private Response response(Ballot ballot) {
        return new Response(
                RandomId.from(random),
                ballot.audience(),
                ballot.account().length == 0 ? null : ballot.account(),
                null,
                ballot.segments(),
                ballot.experience(),
                ballot.importance(),
                ballot.numbers(),
                ballot.items());
    }

    private void addWritten(Ballot ballot, Written written) {
        Map<String, List<Ballot.Text>> byLanguage =
                ballot.texts().stream().collect(Collectors.groupingBy(Ballot.Text::language));
        byLanguage.forEach((language, theirs) -> {
            List<Verbatim> texts = new ArrayList<>();
            List<ThreeWords> words = new ArrayList<>();
            theirs.forEach(text -> add(ballot.audience(), text, texts, words));
            written.addPerson(language, texts, words);
        });
    }

    private void add(Audience audience, Ballot.Text text, List<Verbatim> texts, List<ThreeWords> words) {
        if (text.isWords()) {
            words.add(new ThreeWords(RandomId.from(random), audience, text.item(), text.language(), text.parts()));
        } else {
            text.parts()
                    .forEach(part -> texts.add(
                            new Verbatim(RandomId.from(random), audience, text.item(), text.language(), part)));
        }
    }

    /** Where counted ballots go: answers that are coded, and those in one's own words. */
    record Stores(ResponseStore responses, VerbatimStore verbatims) {}
}
