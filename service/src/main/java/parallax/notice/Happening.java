package parallax.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parallax.study.Wave;
import parallax.study.WaveState;

/** What becomes of a wave by the clock, and when. */
record Happening(What what, Instant at) {

    /** How long before consultants are told. */
    static final Duration TOLD_BEFORE = Duration.ofDays(7);

    enum What {
        CLOSE,
        SEAL,
        FORGET
    }

    /**
     * All that is ahead of a wave.
     *
     * @param hasPeople whether somebody invited to it is not deleted yet
     */
    static List<Happening> ahead(Wave wave, boolean hasPeople, Kept kept) {
        List<Happening> ahead = new ArrayList<>();
        if (wave.state() == WaveState.OPEN && wave.closesAt() != null) {
            ahead.add(new Happening(What.CLOSE, wave.closesAt()));
        }
        Instant closedAt = wave.closedAt();
        if (closedAt != null && wave.state() == WaveState.CLOSED) {
            ahead.add(new Happening(What.SEAL, closedAt.plus(Duration.ofDays(kept.sealedAfterDays()))));
        }
        if (closedAt != null && hasPeople) {
            ahead.add(new Happening(What.FORGET, closedAt.plus(Duration.ofDays(kept.contactsKeptDays()))));
        }
        return ahead;
    }

    /** Whether it is time to tell; what is overdue already happens any minute. */
    boolean isToBeTold(Instant now) {
        return at.isAfter(now) && !at.minus(TOLD_BEFORE).isAfter(now);
    }

    /** Days after the close of a wave. */
    record Kept(int sealedAfterDays, int contactsKeptDays) {}
}
