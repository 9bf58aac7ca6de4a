package parallax.keys;

/** The key files cannot be used as they stand; the message is one sentence for the operator and says what to do. */
public final class KeysUnusableException extends RuntimeException {

    public KeysUnusableException(String message) {
        super(message);
    }

    public KeysUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
