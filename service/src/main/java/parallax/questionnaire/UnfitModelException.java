package parallax.questionnaire;

/** A part of a questionnaire that cannot be as it was given; the message says what it must be. */
public final class UnfitModelException extends IllegalArgumentException {

    UnfitModelException(String message) {
        super(message);
    }

    UnfitModelException(String message, UnfitModelException cause) {
        super(message, cause);
    }

    /** The message as a sentence, for people. */
    public String sentence() {
        String message = String.valueOf(getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
