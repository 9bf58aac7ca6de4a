package parallax.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column of a file means what: our own names, and what people usually write instead. */
final class ContactColumns {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("mail", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("mailaddress", "email"),
            Map.entry("company", "account"),
            Map.entry("companyname", "account"),
            Map.entry("accountname", "account"),
            Map.entry("firm", "account"),
            Map.entry("organisation", "account"),
            Map.entry("organization", "account"),
            Map.entry("fullname", "name"),
            Map.entry("contactname", "name"),
            Map.entry("telephone", "phone"),
            Map.entry("phonenumber", "phone"),
            Map.entry("mobile", "phone"),
            Map.entry("jobtitle", "role"));

    private final List<String> header;
    private final List<@Nullable String> fields;

    ContactColumns(List<String> header) {
        this.header = header;
        this.fields = new ArrayList<>(Collections.nCopies(header.size(), null));
        // Our own names first: what is written instead is taken only where nothing else claims the field.
        for (int i = 0; i < header.size(); i++) {
            fields.set(i, named(header.get(i)));
        }
        for (int i = 0; i < header.size(); i++) {
            String field = fields.get(i) == null ? synonym(header.get(i)) : null;
            if (field != null && !fields.contains(field)) {
                fields.set(i, field);
            }
        }
    }

    private static @Nullable String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(ContactFields.SEGMENT) && lower.length() > ContactFields.SEGMENT.length()) {
            // The variable's name is kept as typed: it is shown.
            return ContactFields.SEGMENT
                    + name.substring(ContactFields.SEGMENT.length()).strip();
        }
        return ContactFields.COLUMNS.contains(lower) ? lower : null;
    }

    private static @Nullable String synonym(String name) {
        String bare = bare(name);
        for (String field : ContactFields.COLUMNS) {
            if (bare(field).equals(bare)) {
                return field;
            }
        }
        return SYNONYMS.get(bare);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The field of each column; null for a column that is not known. */
    List<@Nullable String> fields() {
        return fields;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    long segments() {
        return fields.stream()
                .filter(field -> field != null && field.startsWith(ContactFields.SEGMENT))
                .count();
    }

    /** What stands in the header and how it is read: {@code 'mail' (read as email), 'who' (not known)}. */
    String found() {
        return IntStream.range(0, header.size())
                .mapToObj(i -> {
                    String field = fields.get(i);
                    String read = field == null
                            ? " (not known)"
                            : field.equalsIgnoreCase(header.get(i)) ? "" : " (read as " + field + ")";
                    return "'" + header.get(i) + "'" + read;
                })
                .collect(Collectors.joining(", "));
    }
}
