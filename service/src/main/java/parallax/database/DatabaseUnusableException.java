package parallax.database;

/** The database cannot be used as it stands; the message is one sentence for the operator and says what to do. */
public final class DatabaseUnusableException extends RuntimeException {

    public DatabaseUnusableException(String message) {
        super(message);
    }

    public DatabaseUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
