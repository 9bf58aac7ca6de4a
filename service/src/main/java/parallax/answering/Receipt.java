package parallax.answering;

/** What became of a submit. Only {@code RECEIVED} changed anything. */
public enum Receipt {
    RECEIVED,
    /** The link was used before. */
    ALREADY_RECEIVED,
    /** The wave takes no answers any more. */
    CLOSED,
    /** No invitation has that link, or it was stopped. */
    UNKNOWN,
    /** Nothing at all was answered. */
    EMPTY;

    /** What a link is told that takes no answers. One that was stopped reads as one that never was. */
    static Receipt of(Admission.Standing standing) {
        return switch (standing) {
            case ANSWERED -> ALREADY_RECEIVED;
            case CLOSED -> CLOSED;
            case OPEN, STOPPED -> UNKNOWN;
        };
    }
}
