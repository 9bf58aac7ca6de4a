package parallax.ballot;

/** An opened ballot is none of a version this program knows. Says nothing of what is in it. */
final class UnreadableBallotException extends RuntimeException {

    UnreadableBallotException(String message) {
        super(message);
    }
}
