package parallax.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.finding.FindingService;
import parallax.finding.ReleaseDraft;
import parallax.finding.ReleaseScope;
import parallax.finding.ReleasedCell;
import parallax.finding.ReleasedFigure;
import parallax.study.SegmentVariable;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.LaterException;
import parallax.web.PageContext;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Makes releases, each held against all earlier ones, and keeps them. */
final class ReleaseService {

    private static final int MOST_TRIES = 3;
    private static final Duration WAIT = Duration.ofSeconds(5);

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
     * A release that shows what was asked for.
     *
     * @param isNew false if an earlier one showed exactly that already
     */
    record Made(ReleaseRow release, boolean isNew) {}

    /**
     * What a draft rests on; while it is the same, so is the draft.
     *
     * @param releases of all waves of the engagement
     */
    private record Ground(Wave wave, List<ReleaseRow> releases) {

        List<ReleaseRow> standing() {
            return releases.stream()
                    .filter(release -> release.state() != ReleaseState.WITHDRAWN)
                    .toList();
        }

        List<ReleaseRow> standingElsewhere() {
            return standing().stream()
                    .filter(release -> !release.waveId().equals(wave.id()))
                    .toList();
        }

        /** Not the whole wave: its name may change any time. */
        boolean isSameAs(Ground other) {
            return wave.state() == other.wave.state()
                    && wave.answersVersion() == other.wave.answersVersion()
                    && releases.equals(other.releases);
        }
    }

    /**
     * Freezes what client people may see of a closed wave. What a release that still stands shows already is not frozen
     * again.
     *
     * @throws RefusedException NOT_FOUND; INVALID for a segment variable the wave did not plan, or weighted figures that it does
     *     not have; CONFLICT while the wave is not closed and counted; UNAVAILABLE while its answers are being replaced
     * @throws ReleaseRefusedException if it would disclose, naming the groups
     */
    Made make(Caller caller, WaveId id, ReleaseInput input) {
        waves.require(id);
        List<String> variables = variables(id, input);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            // Computed before anything is locked, which takes seconds for a large wave; under the lock it is only
            // looked
            // whether it still holds.
            Ground ground = ground(id);
            ReleaseScope scope = new ReleaseScope(variables, ToldMeans.of(ground.standingElsewhere(), this::figures));
            ReleaseDraft draft = findings.draft(id, scope, ledger(id));
            if (!draft.offences().isEmpty()) {
                throw new ReleaseRefusedException(ground.wave().name(), Offences.of(draft));
            }
            Optional<Made> made = same(ground, scope, draft)
                    .map(release -> new Made(release, false))
                    .or(() -> write(caller, ground, scope, draft));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new LaterException(
                ProblemType.UNAVAILABLE,
                "The wave's answers or releases change just now. Nothing was released. Try again in a moment.",
                WAIT);
    }

    private Ground ground(WaveId id) {
        Wave wave = waves.require(id);
        return new Ground(
                wave,
                jdbi.withExtension(
                        ReleaseDao.class,
                        dao -> dao.listOfEngagement(wave.engagementId().value())));
    }

    private List<ReleasedCell> ledger(WaveId id) {
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.listCells(id.value())).stream()
                .map(CellRow::toCell)
                .toList();
    }

    private Optional<ReleaseRow> same(Ground ground, ReleaseScope scope, ReleaseDraft draft) {
        return ground.standing().stream()
                .filter(release -> release.waveId().equals(ground.wave().id()))
                .filter(release -> Set.copyOf(release.segments()).equals(Set.copyOf(scope.variables())))
                .filter(release -> figures(release.id()).equals(draft.figures()))
                .findFirst();
    }

    /** Empty if what the draft rests on has changed since. */
    private Optional<Made> write(Caller caller, Ground ground, ReleaseScope scope, ReleaseDraft draft) {
        byte[] figures = FrozenFigures.write(draft.figures());
        List<CellRow> cells = draft.cells().stream().map(CellRow::of).toList();
        return jdbi.inTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            // No import of answers meanwhile, and one release of an engagement at a time; in the order in which imports
            // and launches take these locks.
            Wave wave = waves.lockForShare(handle, ground.wave().id());
            dao.lock(wave.engagementId().value());
            if (!ground.isSameAs(
                    new Ground(wave, dao.listOfEngagement(wave.engagementId().value())))) {
                return Optional.empty();
            }
            ReleaseRow row = row(caller, wave, scope, dao.lastNumber(wave.id().value()) + 1);
            dao.insert(row, figures);
            dao.insertCells(row.id().value(), cells);
            audit.record(caller, "release.make", row.id().toString());
            return Optional.of(new Made(row, true));
        });
    }

    private ReleaseRow row(Caller caller, Wave wave, ReleaseScope scope, int number) {
        Integer version = wave.questionnaireVersion();
        return new ReleaseRow(
                new ReleaseId(tools.ids().get()),
                wave.engagementId(),
                wave.id(),
                number,
                ReleaseState.DRAFT,
                scope.variables(),
                version == null ? 0 : version,
                now(),
                caller.id(),
                caller.name(),
                null,
                null);
    }

    /** As the database keeps it, so that every answer tells the same. */
    private Instant now() {
        return tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<String> variables(WaveId id, ReleaseInput input) {
        List<String> planned =
                waves.segments(id).stream().map(SegmentVariable::variable).toList();
        List<InputError> errors = new ArrayList<>();
        List<String> wanted = input.segments() == null ? planned : input.segments();
        for (int i = 0; i < wanted.size(); i++) {
            String variable = wanted.get(i);
            if (variable == null || !planned.contains(variable)) {
                errors.add(InputError.field(
                        "/segments/" + i,
                        variable,
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
        return wanted.stream().distinct().toList();
    }

    /** Oldest first; withdrawn ones too. */
    List<ReleaseRow> list(WaveId wave) {
        waves.require(wave);
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.list(wave.value()));
    }

    /** @throws RefusedException NOT_FOUND, also for a release of another wave */
    ReleaseRow require(WaveId wave, ReleaseId id) {
        ReleaseRow release = require(id);
        if (!release.waveId().equals(wave)) {
            throw notFound();
        }
        return release;
    }

    /** @throws RefusedException NOT_FOUND */
    ReleaseRow require(ReleaseId id) {
        return jdbi.withExtension(ReleaseDao.class, dao -> dao.find(id.value())).orElseThrow(ReleaseService::notFound);
    }

    /** What a page shows of a release of a wave. */
    ReleasePage page(PageContext context, WaveId id, ReleaseId release) {
        Wave wave = waves.require(id);
        ReleaseRow row = require(id, release);
        return new ReleasePage(
                context,
                wave,
                row,
                waves.questionnaire(wave),
                row.state() == ReleaseState.WITHDRAWN ? List.of() : figures(release));
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
        return withdraw(caller, require(wave, id).id());
    }

    /** The same by its id alone. */
    ReleaseRow withdraw(Caller caller, ReleaseId id) {
        return jdbi.inTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            if (dao.withdraw(id.value(), now(), caller.name())) {
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
