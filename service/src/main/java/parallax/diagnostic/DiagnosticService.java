package parallax.diagnostic;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.study.AudienceFrame;
import parallax.study.BankInstrument;
import parallax.study.WaveId;

/** The diagnostic of a wave, computed once and kept as long as the wave's figures are. */
final class DiagnosticService implements Diagnostics {

    private static final int MOST_KEPT = 32;

    private final FindingService findings;
    private final Source source;
    private final List<BankInstrument> bank;
    private final Map<WaveId, Kept> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    DiagnosticService(FindingService findings, Source source, List<BankInstrument> bank) {
        this.findings = findings;
        this.source = source;
        this.bank = List.copyOf(bank);
    }

    /** What a wave's diagnostic is made of besides its figures. */
    interface Source {

        Map<Audience, AudienceFrame> frames(WaveId wave);

        /** Tells each response of a wave, once, in any order. */
        void stream(WaveId wave, Consumer<Response> consumer);
    }

    /** @param of the very figures: new ones mean that answers or settings changed */
    private record Kept(Findings of, Diagnostic diagnostic) {}

    @Override
    public Diagnostic of(WaveId id) {
        // refuses what is not closed and counted
        Findings found = findings.of(id);
        Diagnostic known = find(id, found);
        if (known != null) {
            return known;
        }
        Diagnostic diagnostic = compute(found);
        keep(id, new Kept(found, diagnostic));
        return diagnostic;
    }

    private Diagnostic compute(Findings found) {
        WaveId id = found.wave().id();
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        audiences.addAll(found.wave().audiences());
        Asked asked = new Asked(
                found.engagement(),
                found.questionnaire(),
                Statement.of(
                        found.questionnaire(),
                        bank,
                        audiences,
                        found.engagement().client()),
                source.frames(id));
        Ballots ballots = new Ballots(asked);
        if (!asked.statements().isEmpty()) {
            source.stream(id, ballots);
        }
        return Comparison.of(ballots.holdItems() ? asked : asked.withoutStatements(), ballots);
    }

    private synchronized @Nullable Diagnostic find(WaveId id, Findings found) {
        Kept one = kept.get(id);
        return one != null && one.of() == found ? one.diagnostic() : null;
    }

    private synchronized void keep(WaveId id, Kept one) {
        kept.put(id, one);
        while (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
