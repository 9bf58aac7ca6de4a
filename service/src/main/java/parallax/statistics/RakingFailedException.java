package parallax.statistics;

import java.io.Serial;

/** Known margins that no weights of these persons can meet. The message says which, and what to do. */
public final class RakingFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RakingFailedException(String message) {
        super(message);
    }
}
