package parallax.release;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.finding.FindingService;
import parallax.finding.ReleaseDraft;
import parallax.finding.ReleaseScope;
import parallax.finding.ReleasedFigure;
import parallax.study.SegmentVariable;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Makes releases, each held against all earlier ones, and keeps them. */
final class ReleaseService {

    private final Jdbi jdbi;
    private final FindingService findings;
    private final WaveService waves;
    private final Audit audit;
    private final Tools tools;

    /** @param jdbi login parallax_field, which keeps the ledger */
    ReleaseService(Jdbi jdbi, FindingService findings, WaveService waves, Audit audit, Tools tools) {
        this.jdbi = jdbi;
        this.findings = findings;
        this.waves = waves;
        this.audit = audit;
        this.tools = tools;
    }

    /** The clock and where ids come from. */
    record Tools(InstantSource clock, Supplier<UUID> ids) {}

    /**
     * Freezes what client people may see of a closed wave.
     *
     * @throws RefusedException NOT_FOUND; INVALID for a segment variable the wave did not plan, or weighted figures that it does
     *     not have; CONFLICT while the wave is not closed and counted
     * @throws ReleaseRefusedException if it would disclose, naming the groups
     */
    ReleaseRow make(Caller caller, WaveId id, ReleaseInput input) {
        Wave known = waves.require(id);
        ReleaseScope scope = scope(id, input);
        findings.of(id);
        return jdbi.inTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            // One release of an engagement at a time, and no import of answers meanwhile.
            dao.lock(known.engagementId().value());
            Wave wave = waves.lockForShare(handle, id);
            ReleaseDraft draft = findings.draft(
                    id,
                    scope,
                    dao.listCells(id.value()).stream().map(CellRow::toCell).toList());
            if (!draft.offences().isEmpty()) {
                throw new ReleaseRefusedException(wave.name(), Offences.of(draft));
            }
            return write(handle, caller, wave, scope, draft);
        });
    }

    private ReleaseRow write(Handle handle, Caller caller, Wave wave, ReleaseScope scope, ReleaseDraft draft) {
        ReleaseDao dao = handle.attach(ReleaseDao.class);
        Integer version = wave.questionnaireVersion();
        ReleaseRow row = new ReleaseRow(
                new ReleaseId(tools.ids().get()),
                wave.engagementId(),
                wave.id(),
                dao.lastNumber(wave.engagementId().value()) + 1,
                ReleaseState.DRAFT,
                scope.variables(),
                version == null ? 0 : version,
                tools.clock().instant(),
                caller.id(),
                null);
        dao.insert(row, FrozenFigures.write(draft.figures()));
        dao.insertCells(
                row.id().value(), draft.cells().stream().map(CellRow::of).toList());
        audit.record(caller, "release.make", row.id().toString());
        return row;
    }

    private ReleaseScope scope(WaveId id, ReleaseInput input) {
        List<String> planned =
                waves.segments(id).stream().map(SegmentVariable::variable).toList();
        List<InputError> errors = new ArrayList<>();
        List<String> wanted = input.segments() == null ? planned : input.segments();
        for (int i = 0; i < wanted.size(); i++) {
            if (!planned.contains(wanted.get(i))) {
                errors.add(InputError.field(
                        "/segments/" + i,
                        wanted.get(i),
                        planned.isEmpty()
                                ? "This wave has no segment variables. Leave segments out, or send an empty list."
                                : "This wave has no such segment variable. Use some of " + String.join(", ", planned)
                                        + "."));
            }
        }
        if (Boolean.TRUE.equals(input.weighted())) {
            errors.add(InputError.field(
                    "/weighted", "true", "Weighted figures are not released yet. Release the unweighted ones."));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID, "That cannot be released of this wave. Nothing was released.", errors);
        }
        return new ReleaseScope(wanted.stream().distinct().toList());
    }

    /** Oldest first; withdrawn ones too. */
    List<ReleaseRow> list(WaveId wave) {
        waves.require(wave);
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.list(wave.value()));
    }

    /** @throws RefusedException NOT_FOUND */
    ReleaseRow require(ReleaseId id) {
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.find(id.value())).orElseThrow(ReleaseService::notFound);
    }

    /** The figures as they were frozen. */
    List<ReleasedFigure> figures(ReleaseId id) {
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.findFigures(id.value()))
                .map(FrozenFigures::read)
                .orElseThrow(ReleaseService::notFound);
    }

    /**
     * Takes a release of a wave back; a withdrawn one stays as it is. Later releases are held against it all the same.
     *
     * @throws RefusedException NOT_FOUND, also for a release of another wave
     */
    ReleaseRow withdraw(Caller caller, WaveId wave, ReleaseId id) {
        if (!require(id).waveId().equals(wave)) {
            throw notFound();
        }
        return withdraw(caller, id);
    }

    /** The same by its id alone. */
    ReleaseRow withdraw(Caller caller, ReleaseId id) {
        return jdbi.inTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            if (dao.withdraw(id.value(), tools.clock().instant())) {
                audit.record(caller, "release.withdraw", id.toString());
            }
            return dao.find(id.value()).orElseThrow(ReleaseService::notFound);
        });
    }

    /** Whether a release of a wave was ever made. */
    boolean isReleased(WaveId wave) {
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.isReleased(wave.value()));
    }

    private static RefusedException notFound() {
        return new RefusedException(ProblemType.NOT_FOUND, "There is no such release.");
    }
}
