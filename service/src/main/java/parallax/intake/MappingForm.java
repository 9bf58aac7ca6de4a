package parallax.intake;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactFields;
import parallax.questionnaire.Audience;
import parallax.table.Reading;

/**
 * What stands in the form of columns.
 *
 * @param chosen names of our fields to the position of a column, "" for none, or "=customer" for every row
 * @param segments positions of columns to names of segments, "" for none
 */
record MappingForm(Map<String, String> chosen, Map<Integer, String> segments) {

    private static final String EVERY = "=";

    static MappingForm of(About about) {
        ColumnMapping mapping = IntakeWork.mapping(about);
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String field : ContactFields.COLUMNS) {
            int column = mapping.columnOf(field);
            chosen.put(field, column < 0 ? "" : String.valueOf(column));
        }
        if (mapping.audience() != null) {
            chosen.put("audience", EVERY + mapping.audience());
        }
        Map<Integer, String> segments = new LinkedHashMap<>();
        mapping.segments().forEach((name, column) -> segments.put(column, name));
        return new MappingForm(chosen, segments);
    }

    static MappingForm typed(About about, MultivaluedMap<String, String> fields) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String field : ContactFields.COLUMNS) {
            chosen.put(field, text(fields, "fields/" + field));
        }
        Map<Integer, String> segments = new LinkedHashMap<>();
        for (int i = 0; i < about.header().size(); i++) {
            segments.put(i, text(fields, "segment-" + i));
        }
        return new MappingForm(chosen, segments);
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What the form says; a column that is none is told later. */
    ColumnMapping mapping() {
        Map<String, Integer> fields = new LinkedHashMap<>();
        String audience = null;
        for (Map.Entry<String, String> entry : chosen.entrySet()) {
            String value = entry.getValue();
            if (value.startsWith(EVERY)) {
                audience = value.substring(EVERY.length());
            } else if (!value.isEmpty()) {
                fields.put(entry.getKey(), position(value));
            }
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        segments.forEach((column, name) -> {
            if (!name.isEmpty()) {
                named.put(name, column);
            }
        });
        return new ColumnMapping(fields, named, audience);
    }

    private static int position(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static FileReading.Choice choice(MultivaluedMap<String, String> fields) {
        return new FileReading.Choice(
                new Reading(orNull(text(fields, "encoding")), orNull(text(fields, "separator"))),
                orNull(text(fields, "sheet")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A choice for all rows. */
    static String every(Audience audience) {
        return EVERY + audience.code();
    }
}
