package parallax.table;

import java.io.IOException;

/** Bytes that are no characters in the encoding of the text before them. */
final class UnreadableTextException extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;

    UnreadableTextException(int line) {
        super("line " + line + " is not readable");
        this.line = line;
    }

    int line() {
        return line;
    }
}
