package parallax.web;

import java.util.List;

/**
 * A request that cannot be served as it stands. Features subclass it with the fact as name
 * ({@code WaveClosedException}); the message says what was wrong, where, and what to do.
 */
public class RefusedException extends RuntimeException {

    private final ProblemType type;
    private final transient List<InputError> errors;

    public RefusedException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public RefusedException(ProblemType type, String detail, List<InputError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public List<InputError> errors() {
        return errors;
    }
}
