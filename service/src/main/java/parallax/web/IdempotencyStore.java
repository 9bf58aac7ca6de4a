package parallax.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps, for 24 hours, the answers to requests that carried an {@code Idempotency-Key}. */
public interface IdempotencyStore {

    /**
     * Claims a key for a request.
     *
     * @return empty when this request is the first and may run, else what is kept of the first
     */
    Optional<Kept> claim(UUID person, String key, byte[] requestHash);

    /** Keeps the answer of a claimed request. */
    void keep(UUID person, String key, Answer answer);

    /** Gives the key back after a request that did nothing. */
    void release(UUID person, String key);

    /**
     * An earlier request under a key.
     *
     * @param sameRequest whether its body and address were the same
     * @param answer null while it still runs
     */
    record Kept(boolean sameRequest, @Nullable Answer answer) {}

    /**
     * @param status of success, 200 to 299
     * @param location null when there was none
     * @param tag header {@code ETag}, null when there was none
     * @param body JSON, empty when there was none
     */
    record Answer(
            int status, @Nullable String location, @Nullable String tag, String body) {}
}
