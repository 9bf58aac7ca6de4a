package parallax.finding;

import java.util.EnumSet;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.statistics.MeanEstimate;

/** Decides what a reader must know of the answers a figure stands on. */
final class Flags {

    private static final double LOW_REACH = 0.5;

    private final FieldedWave wave;

    Flags(FieldedWave wave) {
        this.wave = wave;
    }

    /**
     * Flags of the answers of one audience.
     *
     * @param whole whether they are those of the whole audience and not of a segment
     */
    Set<Flag> of(Audience audience, Cell cell, boolean whole) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (audience.isTeam()) {
            if (whole && isCensus(audience, cell)) {
                flags.add(Flag.CENSUS);
            }
            return flags;
        }
        if (2L * cell.largest() > cell.answers()) {
            flags.add(Flag.DOMINATED);
        }
        if (cell.reach() < LOW_REACH) {
            flags.add(Flag.LOW_REACH);
        }
        return flags;
    }

    Set<Flag> of(Audience audience, Cell cell, boolean whole, MeanEstimate mean) {
        Set<Flag> flags = of(audience, cell, whole);
        if (mean.floored()) {
            flags.add(Flag.FLOORED);
        }
        return flags;
    }

    /** Whether the size of a team is known and all of it gave a number. */
    boolean isCensus(Audience audience, Cell cell) {
        Integer people = wave.frame(audience).people();
        return audience.isTeam() && people != null && cell.answers() >= people;
    }
}
