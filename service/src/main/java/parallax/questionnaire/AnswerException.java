package parallax.questionnaire;

import java.util.List;

/** An answer that an item does not take. The kind of fault lets a page say it in its reader's language. */
public final class AnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** None of the options. No arguments. */
        NO_OPTION,
        /** More answers than the item takes. Argument: the most it takes. */
        TOO_MANY,
        /** Longer than the item takes. Argument: the most characters. */
        TOO_LONG,
        /** No whole number, or outside the limits. Arguments: minimum, maximum. */
        NO_NUMBER,
        /** Not a day as 2026-03-31. No arguments. */
        NO_DAY,
        /** Characters that no keyboard writes. No arguments. */
        UNREADABLE
    }

    private final Fault fault;
    private final transient List<Object> arguments;

    AnswerException(Fault fault, Object... arguments) {
        super("item answer refused: " + fault);
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    public Fault fault() {
        return fault;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
