package parallax.instrument;

import org.jspecify.annotations.Nullable;

/** Where a reader tells what cannot be taken. */
@FunctionalInterface
public interface Faults {

    /**
     * @param pointer JSON pointer
     * @param value as sent; null when it is absent
     * @param message what is wrong and what to do
     */
    void add(String pointer, @Nullable Object value, String message);
}
