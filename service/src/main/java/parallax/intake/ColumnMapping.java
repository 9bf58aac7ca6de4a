package parallax.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactFields;
import parallax.questionnaire.Audience;
import parallax.web.InputError;

/**
 * Which column of a file says what.
 *
 * @param fields names of {@link ContactFields#COLUMNS} to positions of columns
 * @param segments names of segments to positions of columns
 * @param audience the audience of every row; null: a column says it
 */
record ColumnMapping(
        Map<String, Integer> fields,
        Map<String, Integer> segments,
        @Nullable String audience) {

    ColumnMapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }

    /** What is missing or wrong; the pointers name the fields of the page and of the API alike. */
    List<InputError> problems(List<String> header) {
        List<InputError> wrong = new ArrayList<>();
        if (audience == null && !fields.containsKey("audience")) {
            wrong.add(
                    InputError.field(
                            "/fields/audience",
                            null,
                            "column 'audience' is missing: say which column holds customer, sales, marketing or leadership, or that all rows are one of them"));
        } else if (audience != null
                && List.of(Audience.values()).stream()
                        .noneMatch(known -> known.code().equals(audience))) {
            wrong.add(InputError.field(
                    "/audience", audience, "must be customer, sales, marketing or leadership, or left out"));
        }
        if (!fields.containsKey("email") && !fields.containsKey("phone")) {
            wrong.add(InputError.field("/fields/email", null, "a column 'email' or 'phone' is missing: choose one"));
        }
        fields.forEach((field, column) -> {
            if (!ContactFields.COLUMNS.contains(field)) {
                wrong.add(InputError.field(
                        "/fields/" + field, null, "is none of " + String.join(", ", ContactFields.COLUMNS)));
            }
            checkColumn("/fields/" + field, column, header, wrong);
        });
        segments.forEach((name, column) -> checkColumn("/segments/" + name, column, header, wrong));
        checkSegments(wrong);
        return wrong;
    }

    private void checkSegments(List<InputError> wrong) {
        if (segments.size() > ContactFields.MOST_SEGMENTS) {
            wrong.add(InputError.field(
                    "/segments",
                    null,
                    "%d segment columns; %d at most".formatted(segments.size(), ContactFields.MOST_SEGMENTS)));
        }
        segments.forEach((name, column) -> {
            if (name.isBlank()
                    || name.length() > ContactFields.LONGEST_VARIABLE
                    || name.chars().anyMatch(Character::isISOControl)) {
                wrong.add(InputError.field(
                        "/segments/" + name,
                        name,
                        "the name of a segment has 1 to %d characters on one line"
                                .formatted(ContactFields.LONGEST_VARIABLE)));
            }
        });
    }

    private static void checkColumn(String pointer, int column, List<String> header, List<InputError> wrong) {
        if (column < 0 || column >= header.size()) {
            wrong.add(InputError.field(pointer, null, "names no column of the file"));
        }
    }

    /** What a row says, by the names that {@code contact} knows. */
    Map<String, String> texts(List<String> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, column) -> texts.put(field, cells.get(column)));
        segments.forEach((name, column) -> texts.put(ContactFields.SEGMENT + name, cells.get(column)));
        if (audience != null) {
            texts.put("audience", audience);
        }
        return texts;
    }

    /** Position of the column that says this; -1 when none does. */
    int columnOf(String field) {
        if (field.startsWith(ContactFields.SEGMENT)) {
            return segments.getOrDefault(field.substring(ContactFields.SEGMENT.length()), -1);
        }
        return field.equals("audience") && audience != null ? -1 : fields.getOrDefault(field, -1);
    }

    /** What a column says; more than one thing is possible, none too. */
    List<String> saidBy(int column) {
        List<String> said = new ArrayList<>();
        fields.forEach((field, position) -> {
            if (position == column) {
                said.add(field);
            }
        });
        segments.forEach((name, position) -> {
            if (position == column) {
                said.add(ContactFields.SEGMENT + name);
            }
        });
        return said;
    }
}
