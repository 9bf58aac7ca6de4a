package parallax.study;

import java.util.Locale;

/** The life of a wave; it only moves forward. {@code closing} is the grace period in which answers still count. */
public enum WaveState {
    DRAFT,
    OPEN,
    CLOSING,
    CLOSED,
    SEALED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean takesAnswers() {
        return this == OPEN || this == CLOSING;
    }

    public boolean hasFigures() {
        return this == CLOSED || this == SEALED;
    }
}
