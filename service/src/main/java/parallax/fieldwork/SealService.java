package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.ballot.Ballots;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Seals closed waves, by hand and by the clock: keys and links go for good, figures stay. */
public final class SealService {

    private static final Logger LOG = LoggerFactory.getLogger(SealService.class);

    private final FieldworkTools tools;
    private final Ballots ballots;
    private final int sealedAfterDays;

    SealService(FieldworkTools tools, Ballots ballots, int sealedAfterDays) {
        this.tools = tools;
        this.ballots = ballots;
        this.sealedAfterDays = sealedAfterDays;
    }

    /**
     * Seals a closed wave at once. A wave that is sealed already stays as it is.
     *
     * @param confirm the wave's name
     * @throws RefusedException INVALID for another name; CONFLICT unless the wave is closed, all its ballots are
     *     counted and all its texts mixed
     */
    public Wave seal(Caller caller, WaveId id, @Nullable String confirm) {
        Wave wave = tools.waves().require(id);
        if (!wave.name().equals(confirm)) {
            throw notConfirmed(wave, confirm);
        }
        tools.jdbi().useTransaction(handle -> {
            if (tools.waves().lockForUpdate(handle, id).state() != WaveState.SEALED) {
                tools.audit().record(caller, "wave.seal", id.toString());
                seal(handle, id);
            }
        });
        finish(id);
        return tools.waves().require(id);
    }

    /**
     * The work of the job: seals what was closed long enough ago. What is not counted yet waits for the next run. Also
     * finishes what a crash left between the seal and the end of the keys.
     */
    void sealDue() {
        InvitationDao dao = tools.jdbi().onDemand(InvitationDao.class);
        Instant before = tools.clock().instant().minus(Duration.ofDays(sealedAfterDays));
        EachWave.of(
                dao.listClosedBefore(before),
                "could not be sealed",
                id -> tools.jdbi().useTransaction(handle -> {
                    if (tools.waves().lockForUpdate(handle, id).state() == WaveState.CLOSED && !isUnfinished(id)) {
                        tools.audit().record(ByClock.CALLER, "wave.seal", id.toString());
                        seal(handle, id);
                    }
                }));
        EachWave.of(dao.listSealed(), "is sealed, but its keys could not be destroyed", this::finish);
    }

    /**
     * What cannot be taken back comes after the commit: should that fail, the wave is closed as before, and nothing is lost.
     * The keys go last of all: while they are there, the job comes back.
     */
    private void finish(WaveId id) {
        if (!tools.keys().areLinksDestroyed(id.value())) {
            ballots.discardUnreadable(id);
            tools.keys().destroyWaveKeys(id.value());
            LOG.info("wave {} sealed: its keys are destroyed", id);
        }
    }

    private void seal(Handle handle, WaveId id) {
        tools.waves().seal(handle, id);
        if (ballots.hasWaiting(id)) {
            throw unfinished("Ballots of this wave are not counted yet; sealing it now would lose them.");
        }
        if (ballots.hasUnmixed(id)) {
            throw unfinished("The texts of this wave are not mixed yet; sealed now, they would stay unmixed.");
        }
        handle.attach(InvitationDao.class).forgetLinks(id);
    }

    private boolean isUnfinished(WaveId id) {
        return ballots.hasWaiting(id) || ballots.hasUnmixed(id);
    }

    private static RefusedException unfinished(String what) {
        return new RefusedException(ProblemType.CONFLICT, what + " Try again in a minute.");
    }

    private static RefusedException notConfirmed(Wave wave, @Nullable String confirm) {
        return new RefusedException(
                ProblemType.INVALID,
                "Nothing was sealed: the name does not match.",
                List.of(InputError.field(
                        "/confirm", confirm, "Give the wave’s name exactly as it is: %s".formatted(wave.name()))));
    }
}
