package parallax.access;

import java.time.Instant;
import java.util.UUID;

/** An API token as its owner sees it afterwards: never the token itself. */
public record TokenRow(UUID id, String name, Instant createdAt) {}
