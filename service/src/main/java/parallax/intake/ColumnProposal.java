package parallax.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactFields;

/**
 * What the columns of a file seem to say: as the client's files before said it, else our own names, else what people
 * usually write instead.
 */
final class ColumnProposal {

    /** Name of the column that downloads of rejected rows have besides; it comes back with the corrected rows. */
    static final String PROBLEM = "Problem";

    private static final String LEFT_OUT = "";
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("mail", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("mailaddress", "email"),
            Map.entry("emailadresse", "email"),
            Map.entry("correo", "email"),
            Map.entry("courriel", "email"),
            Map.entry("company", "account"),
            Map.entry("companyname", "account"),
            Map.entry("accountname", "account"),
            Map.entry("firm", "account"),
            Map.entry("firma", "account"),
            Map.entry("unternehmen", "account"),
            Map.entry("empresa", "account"),
            Map.entry("entreprise", "account"),
            Map.entry("organisation", "account"),
            Map.entry("organization", "account"),
            Map.entry("fullname", "name"),
            Map.entry("contactname", "name"),
            Map.entry("ansprechpartner", "name"),
            Map.entry("telephone", "phone"),
            Map.entry("phonenumber", "phone"),
            Map.entry("mobile", "phone"),
            Map.entry("telefon", "phone"),
            Map.entry("anrede", "salutation"),
            Map.entry("title", "salutation"),
            Map.entry("position", "role"),
            Map.entry("funktion", "role"),
            Map.entry("sprache", "language"),
            Map.entry("owner", "account_owner"),
            Map.entry("accountmanager", "account_owner"),
            Map.entry("salesperson", "account_owner"),
            Map.entry("timezone", "time_zone"),
            Map.entry("jobtitle", "role"));

    private final List<String> header;
    private final List<@Nullable String> fields;
    private final List<List<String>> remembered = new ArrayList<>();
    private int unknown;

    /** @param before names of columns, in lower case, to what they said in this client's files; an empty list: left out */
    ColumnProposal(List<String> header, Map<String, List<String>> before) {
        this.header = header;
        this.fields = new ArrayList<>(Collections.nCopies(header.size(), null));
        for (int i = 0; i < header.size(); i++) {
            List<String> said = before.get(key(header.get(i)));
            remembered.add(said == null ? List.of() : said);
            fields.set(i, said == null ? named(header.get(i)) : said.isEmpty() ? LEFT_OUT : said.get(0));
        }
        // Our own names first: what is written instead is taken only where nothing else claims the field.
        for (int i = 0; i < header.size(); i++) {
            String field = fields.get(i) == null ? synonym(header.get(i)) : null;
            if (field != null && !fields.contains(field)) {
                fields.set(i, field);
            }
            unknown += fields.get(i) == null && !header.get(i).equalsIgnoreCase(PROBLEM) ? 1 : 0;
        }
    }

    /** A column's name as it is remembered. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether every column is understood, or was left out before. */
    boolean isCertain() {
        return unknown == 0;
    }

    /** @param audience the audience of every row where no column says it; null: none is known */
    ColumnMapping mapping(@Nullable String audience) {
        Map<String, Integer> said = new LinkedHashMap<>();
        Map<String, Integer> segments = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            List<String> all = new ArrayList<>(remembered.get(i));
            String field = fields.get(i);
            if (field != null && !field.equals(LEFT_OUT) && !all.contains(field)) {
                all.add(field);
            }
            for (String one : all) {
                if (one.startsWith(ContactFields.SEGMENT)) {
                    segments.putIfAbsent(one.substring(ContactFields.SEGMENT.length()), i);
                } else {
                    said.putIfAbsent(one, i);
                }
            }
        }
        return new ColumnMapping(said, segments, said.containsKey("audience") ? null : audience);
    }

    /** Columns that are not understood. */
    List<String> unknown() {
        return IntStream.range(0, header.size())
                .filter(i -> fields.get(i) == null && !header.get(i).equalsIgnoreCase(PROBLEM))
                .mapToObj(header::get)
                .toList();
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

    /** What stands in the header and how it is read: {@code 'mail' (read as email), 'who' (not known)}. */
    String found() {
        return IntStream.range(0, header.size())
                .mapToObj(i -> {
                    String field = fields.get(i);
                    String read = field == null || field.equals(LEFT_OUT)
                            ? " (not known)"
                            : field.equalsIgnoreCase(header.get(i)) ? "" : " (read as " + field + ")";
                    return "'" + header.get(i) + "'" + read;
                })
                .collect(Collectors.joining(", "));
    }
}
