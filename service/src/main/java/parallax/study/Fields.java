package parallax.study;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a posted form; what is missing is empty. */
record Fields(MultivaluedMap<String, String> values) {

    String text(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    List<String> all(String name) {
        List<String> all = values.get(name);
        return all == null ? List.of() : List.copyOf(all);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A whole number, or null and an error. */
    @Nullable
    Integer whole(String name, InputCheck check) {
        try {
            return Integer.valueOf(text(name).strip());
        } catch (NumberFormatException e) {
            check.error("/" + name, text(name), "Enter a whole number.");
            return null;
        }
    }

    /** A number with or without decimals, or null and an error. */
    @Nullable
    Double number(String name, InputCheck check) {
        try {
            return Double.valueOf(text(name).strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            check.error("/" + name, text(name), "Enter a number such as 12.5.");
            return null;
        }
    }
}
