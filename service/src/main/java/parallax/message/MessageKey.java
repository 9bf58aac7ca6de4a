package parallax.message;

/**
 * Which text.
 *
 * @param language one of the engagement's
 */
public record MessageKey(MessageKind kind, Readers readers, String language) {

    /** Such as {@code invitation.customer}. */
    String name() {
        return kind.code() + "." + readers.code();
    }

    /** Such as {@code kind=invitation&audience=customer&language=en}. */
    String query() {
        return "kind=%s&audience=%s&language=%s".formatted(kind.code(), readers.code(), language);
    }
}
