package parallax.access;

import org.jspecify.annotations.Nullable;

/** A claimed key; status is null while the first request runs. */
@SuppressWarnings("ArrayRecordComponent") // compared by content where it is used
public record IdempotencyRow(
        byte[] requestHash,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String tag,
        @Nullable String body) {}
