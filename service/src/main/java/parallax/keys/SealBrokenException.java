package parallax.keys;

/** A sealed text was changed, or belongs to another key. Says nothing of what is in it. */
public final class SealBrokenException extends RuntimeException {

    public SealBrokenException(String message) {
        super(message);
    }
}
