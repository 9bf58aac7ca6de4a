package parallax.results;

import parallax.finding.Figure;
import parallax.finding.FigureIds;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.finding.WaveNotClosedException;
import parallax.study.WaveId;
import parallax.study.WaveNotFoundException;

/** Finds a figure by its id, and where it comes from. */
final class FigureReading {

    private final FindingService findings;

    FigureReading(FindingService findings) {
        this.findings = findings;
    }

    /** @throws FigureNotFoundException for an id that names none */
    FigureOrigin require(String id) {
        WaveId wave = FigureIds.waveOf(id).orElseThrow(FigureNotFoundException::new);
        Findings known = figuresOf(wave);
        Figure figure = known.figures().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(FigureNotFoundException::new);
        return FigureOrigin.of(known, figure);
    }

    /** A wave without figures has none of that id either. */
    private Findings figuresOf(WaveId wave) {
        try {
            return findings.of(wave);
        } catch (WaveNotFoundException | WaveNotClosedException e) {
            throw new FigureNotFoundException();
        }
    }
}
