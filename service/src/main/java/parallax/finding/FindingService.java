package parallax.finding;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import parallax.response.ResponseStore;
import parallax.study.EngagementService;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.LaterException;
import parallax.web.ProblemType;

/** Figures of a wave, computed once for a closed wave and kept. */
public final class FindingService {

    private static final int MOST_KEPT = 32;
    /** About 100 MB. Figures of a wave are some hundreds as a rule, six thousand with 25 touchpoints and twelve segments. */
    private static final int MOST_FIGURES_KEPT = 100_000;

    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_TRIES = 3;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final WaveReader reader;
    /** Waves that are being computed, each with its lock. */
    private final Map<WaveId, Object> computing = new ConcurrentHashMap<>();
    /** While it is computed, a wave holds all its answers in memory. */
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    /** The key is all that figures depend on, versions of wave, answers and engagement included: nothing kept is stale. */
    private final Recent kept = new Recent();

    public FindingService(
            EngagementService engagements, WaveService waves, ResponseStore responses, BallotsWaiting ballots) {
        this(new WaveReader.Stored(engagements, waves, responses, ballots));
    }

    FindingService(WaveReader reader) {
        this.reader = reader;
    }

    /**
     * All figures, through disclosure control.
     *
     * @throws parallax.web.RefusedException NOT_FOUND; CONFLICT while the wave is not closed and counted; UNAVAILABLE while its
     *     answers are being replaced
     */
    public Findings of(WaveId id) {
        Findings findings = kept.get(reader.require(id));
        return findings == null ? compute(id) : findings;
    }

    /**
     * What a release of a wave would show, held against what was released of it before. The caller keeps the wave's answers
     * from changing meanwhile.
     *
     * @param earlier every cell of the wave's earlier releases, withdrawn ones included
     * @throws parallax.web.RefusedException as {@link #of}
     */
    public ReleaseDraft draft(WaveId id, ReleaseScope scope, List<ReleasedCell> earlier) {
        Findings findings = of(id);
        FieldedWave wave = reader.require(id);
        Cube.Builder builder = Cube.withIds(wave);
        reader.stream(id, builder);
        return draft(findings, wave, builder.build(), scope, earlier);
    }

    static ReleaseDraft draft(
            Findings findings, FieldedWave wave, Cube cube, ReleaseScope scope, List<ReleasedCell> earlier) {
        ClientTables tables = new ClientTables(wave, cube, scope);
        return new ReleaseDraft(
                findings, ReleasedFigures.of(findings, wave, tables, scope), tables.cells(), tables.offences(earlier));
    }

    /** A second caller for the same wave finds the work done; callers for other waves do not wait for it. */
    private Findings compute(WaveId id) {
        Object lock = computing.computeIfAbsent(id, any -> new Object());
        try {
            synchronized (lock) {
                for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                    FieldedWave wave = reader.require(id);
                    Findings known = kept.get(wave);
                    Findings findings = known == null ? computeUnlessReplaced(wave, id) : known;
                    if (findings != null) {
                        kept.put(wave, findings);
                        return findings;
                    }
                }
            }
        } finally {
            computing.remove(id, lock);
        }
        throw new LaterException(
                ProblemType.UNAVAILABLE, "The answers of this wave are being replaced. Try again in a moment.", WAIT);
    }

    /** Null if answers were replaced while they were read: settings and answers would not belong together. */
    private @Nullable Findings computeUnlessReplaced(FieldedWave wave, WaveId id) {
        places.acquireUninterruptibly();
        try {
            Findings findings = Computation.of(wave, reader::stream);
            return wave.equals(reader.require(id)) ? findings : null;
        } catch (ArrayIndexOutOfBoundsException e) {
            if (wave.equals(reader.require(id))) {
                throw e;
            }
            return null;
        } finally {
            places.release();
        }
    }

    /** The waves asked for last, as many as memory is meant for. */
    private static final class Recent {

        private final Map<FieldedWave, Findings> byWave = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
        private int figures;

        private synchronized @Nullable Findings get(FieldedWave wave) {
            return byWave.get(wave);
        }

        private synchronized void put(FieldedWave wave, Findings findings) {
            Findings before = byWave.put(wave, findings);
            figures += findings.figures().size()
                    - (before == null ? 0 : before.figures().size());
            Iterator<Findings> eldest = byWave.values().iterator();
            while (byWave.size() > 1 && (byWave.size() > MOST_KEPT || figures > MOST_FIGURES_KEPT)) {
                figures -= eldest.next().figures().size();
                eldest.remove();
            }
        }
    }
}
