package parallax.contact;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a row, or worth a second look.
 *
 * @param column one of {@link ContactFields#COLUMNS} or a segment's; "" where it is the row as a whole
 * @param value as typed; null where nothing was
 * @param message what is wrong
 * @param fix what to do
 */
public record Wrong(String column, @Nullable String value, String message, String fix) {

    @Override
    public String toString() {
        return "Wrong " + column;
    }
}
