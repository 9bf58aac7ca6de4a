package parallax.nomination;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.study.WaveState;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Keeps how the customers of waves were chosen. */
public final class NominationService {

    private final Jdbi field;
    private final WaveService waves;
    private final Audit audit;

    NominationService(Jdbi field, WaveService waves, Audit audit) {
        this.field = field;
        this.waves = waves;
        this.audit = audit;
    }

    /** How a wave's customers were chosen; empty: nobody recorded it. */
    public Optional<Nomination> find(WaveId wave) {
        return findRow(wave).map(NominationRow::toNomination);
    }

    Optional<NominationRow> findRow(WaveId wave) {
        return field.withExtension(NominationDao.class, dao -> dao.find(wave));
    }

    /**
     * Records or corrects how a wave's customers were chosen.
     *
     * @param requireVersion is given the present version, 0 for none, and may refuse
     * @throws RefusedException NOT_FOUND for the wave; CONFLICT once it is sealed
     */
    NominationRow save(Caller caller, WaveId id, Nomination nomination, IntConsumer requireVersion) {
        return field.inTransaction(handle -> {
            NominationDao dao = handle.attach(NominationDao.class);
            int version = hold(handle, id, requireVersion);
            NominationRow row = NominationRow.of(id, nomination, version + 1);
            dao.save(row);
            audit.record(caller, "wave.nomination", id.toString());
            return row;
        });
    }

    /** @throws RefusedException NOT_FOUND for the wave; CONFLICT once it is sealed */
    void delete(Caller caller, WaveId id, IntConsumer requireVersion) {
        field.useTransaction(handle -> {
            hold(handle, id, requireVersion);
            if (handle.attach(NominationDao.class).delete(id) == 1) {
                audit.record(caller, "wave.nomination.delete", id.toString());
            }
        });
    }

    private int hold(Handle handle, WaveId id, IntConsumer requireVersion) {
        Wave wave = waves.lockForUpdate(handle, id);
        int version = handle.attach(NominationDao.class)
                .find(id)
                .map(NominationRow::version)
                .orElse(0);
        requireVersion.accept(version);
        if (wave.state() == WaveState.SEALED) {
            throw new RefusedException(
                    ProblemType.CONFLICT,
                    "Wave “%s” is sealed: what its documents say of how customers were chosen stays as it is."
                            .formatted(wave.name()));
        }
        return version;
    }
}
