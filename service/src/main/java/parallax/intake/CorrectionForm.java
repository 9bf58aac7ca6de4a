package parallax.intake;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells typed anew, as the page sends them: {@code fix-17-2}, with {@code was-17-2} and {@code same-17-2}. */
final class CorrectionForm {

    private static final Pattern FIELD = Pattern.compile("fix-([0-9]{1,7})-([0-9]{1,3})");

    private CorrectionForm() {}

    static String name(int row, int column) {
        return row + "-" + column;
    }

    static List<Correction> read(About about, MultivaluedMap<String, String> fields) {
        List<Correction> corrections = new ArrayList<>();
        fields.forEach((name, values) -> {
            Matcher matcher = FIELD.matcher(name);
            if (matcher.matches() && !values.isEmpty()) {
                int row = Integer.parseInt(matcher.group(1));
                int column = Integer.parseInt(matcher.group(2));
                String was = text(fields, "was-" + name(row, column));
                String typed = values.get(0).strip();
                if (column < about.header().size() && !typed.equals(was.strip())) {
                    boolean same = fields.containsKey("same-" + name(row, column));
                    corrections.add(new Correction(row, column, was, typed, same));
                }
            }
        });
        return corrections;
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
