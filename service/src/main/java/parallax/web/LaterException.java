package parallax.web;

import java.time.Duration;

/** A request that may be repeated after a while: too many of them, or something busy. */
public class LaterException extends RefusedException {

    private final Duration wait;

    /** @param type {@code TOO_MANY_REQUESTS} or {@code UNAVAILABLE} */
    public LaterException(ProblemType type, String detail, Duration wait) {
        super(type, detail);
        this.wait = wait;
    }

    /** For {@code Retry-After}: whole seconds, at least 1. */
    public long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
