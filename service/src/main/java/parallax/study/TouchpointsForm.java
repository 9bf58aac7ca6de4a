package parallax.study;

import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.web.InputError;

/**
 * The touchpoints editor as typed: chosen touchpoints as rows {@code t0-key, t0-label, …}, ticks of the library, and one of
 * one's own.
 */
final class TouchpointsForm {

    private static final Pattern POINTER = Pattern.compile("/(\\d+)/(\\w+).*");
    private static final int MOST_ROWS = 2 * TouchpointReader.MOST;

    private final List<Row> rows;
    private final Set<String> added;
    private final Row own;

    private TouchpointsForm(List<Row> rows, Set<String> added, Row own) {
        this.rows = rows;
        this.added = added;
        this.own = own;
    }

    static TouchpointsForm of(Questionnaire questionnaire) {
        String language = questionnaire.defaultLanguage();
        List<Row> rows = new ArrayList<>();
        for (Touchpoint touchpoint : questionnaire.touchpoints()) {
            rows.add(new Row(
                    "t" + rows.size(),
                    touchpoint.key(),
                    true,
                    touchpoint.label(language),
                    touchpoint.phrases().getOrDefault(language, ""),
                    touchpoint.hint(language).orElse(""),
                    touchpoint.owner().code(),
                    touchpoint.phase().code()));
        }
        return new TouchpointsForm(rows, Set.of(), Row.blank());
    }

    static TouchpointsForm typed(MultivaluedMap<String, String> form) {
        Fields fields = new Fields(form);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && fields.has("t" + i + "-key"); i++) {
            rows.add(Row.read(fields, "t" + i));
        }
        move(rows, fields.text("move"));
        return new TouchpointsForm(rows, new HashSet<>(fields.all("add")), Row.read(fields, "own"));
    }

    List<Row> rows() {
        return rows;
    }

    Set<String> added() {
        return added;
    }

    Row own() {
        return own;
    }

    /** Everything that is chosen, in the order of the customer's way. */
    List<Row> chosen(Bank bank, String language) {
        List<Row> chosen = new ArrayList<>(rows.stream().filter(Row::used).toList());
        bank.touchpoints().stream()
                .map(entry -> entry.touchpoint())
                .filter(touchpoint -> added.contains(touchpoint.key()))
                .filter(touchpoint -> rows.stream().noneMatch(row -> row.key().equals(touchpoint.key())))
                .map(touchpoint -> Row.ofBank(touchpoint, language))
                .forEach(chosen::add);
        if (!own.label().isBlank()) {
            chosen.add(own.withKey(newKey(own.label(), bank)));
        }
        chosen.sort(Comparator.comparingInt(row -> place(row.phase())));
        return chosen;
    }

    /** Errors of the service, pointing at the fields of the chosen rows. */
    static List<InputError> atFields(List<InputError> errors, List<Row> chosen) {
        return errors.stream()
                .map(error -> InputError.field(
                        field(String.valueOf(error.pointer()), chosen), error.value(), error.message()))
                .toList();
    }

    private static String field(String pointer, List<Row> chosen) {
        Matcher matcher = POINTER.matcher(pointer);
        if (!matcher.matches()) {
            return "touchpoints";
        }
        String part = switch (matcher.group(2)) {
            case "labels", "key" -> "label";
            case "hints" -> "hint";
            case "phrases" -> "phrase";
            default -> matcher.group(2);
        };
        return chosen.get(Integer.parseInt(matcher.group(1))).prefix() + "-" + part;
    }

    /** Swaps a row with its neighbour in the same phase. */
    private static void move(List<Row> rows, String move) {
        boolean up = move.startsWith("up-");
        if (!up && !move.startsWith("down-")) {
            return;
        }
        String key = move.substring(move.indexOf('-') + 1);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                int neighbour = neighbour(rows, i, up ? -1 : 1);
                if (neighbour >= 0) {
                    Collections.swap(rows, i, neighbour);
                }
                return;
            }
        }
    }

    private static int neighbour(List<Row> rows, int from, int step) {
        for (int i = from + step; i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i).phase().equals(rows.get(from).phase())) {
                return i;
            }
        }
        return -1;
    }

    private static int place(String phase) {
        for (Phase known : Phase.values()) {
            if (known.code().equals(phase)) {
                return known.ordinal();
            }
        }
        return Phase.values().length;
    }

    /** A key made of the name: one the engagement and the bank do not have. */
    private String newKey(String label, Bank bank) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_+$", "");
        String base = plain.isEmpty() ? "own" : plain.substring(0, Math.min(plain.length(), 36));
        String key = base;
        for (int i = 2; isTaken(key, bank); i++) {
            key = base + "_" + i;
        }
        return key;
    }

    private boolean isTaken(String key, Bank bank) {
        return bank.find(key).isPresent()
                || rows.stream().anyMatch(row -> row.key().equals(key));
    }

    /**
     * A row of the editor.
     *
     * @param prefix of its fields' names
     * @param used whether it is ticked
     */
    public record Row(
            String prefix,
            String key,
            boolean used,
            String label,
            String phrase,
            String hint,
            String owner,
            String phase) {

        static Row blank() {
            return new Row("own", "", true, "", "", "", "sales", "decide");
        }

        static Row read(Fields fields, String prefix) {
            return new Row(
                    prefix,
                    fields.text(prefix + "-key"),
                    fields.has(prefix + "-use"),
                    fields.text(prefix + "-label"),
                    fields.text(prefix + "-phrase"),
                    fields.text(prefix + "-hint"),
                    fields.text(prefix + "-owner"),
                    fields.text(prefix + "-phase"));
        }

        static Row ofBank(Touchpoint touchpoint, String language) {
            return new Row(
                    "add-" + touchpoint.key(),
                    touchpoint.key(),
                    true,
                    touchpoint.label(language),
                    "",
                    touchpoint.hint(language).orElse(""),
                    touchpoint.owner().code(),
                    touchpoint.phase().code());
        }

        Row withKey(String newKey) {
            return new Row(prefix, newKey, true, label, phrase, hint, owner, phase);
        }

        /**
         * As it shall be stored: typed in the default language, over what is stored in the others.
         *
         * @param base what is stored, or the bank's; null for a new one, which has its name in all languages until it is
         *     translated
         */
        TouchpointJson toJson(List<String> languages, @Nullable Touchpoint base) {
            String language = languages.get(0);
            Map<String, @Nullable String> labels = new HashMap<>();
            languages.forEach(other -> labels.put(other, label));
            if (base == null) {
                return new TouchpointJson(
                        key, labels, owner, phase, over(Map.of(), language, hint), over(Map.of(), language, phrase));
            }
            labels.putAll(base.labels());
            labels.put(language, label);
            boolean named = label.strip().equals(base.labels().get(language));
            boolean fromBank = prefix.startsWith("add-");
            return new TouchpointJson(
                    key,
                    labels,
                    owner,
                    phase,
                    over(base.hints(), language, hint),
                    fromBank ? over(base.phrases()) : over(base.phrases(), language, phrase),
                    named ? over(base.subjects()) : over(base.subjects(), language, ""),
                    RewordingJson.from(base.rewordings()));
        }

        private static Map<String, @Nullable String> over(Map<String, String> texts) {
            return new HashMap<>(texts);
        }

        private static Map<String, @Nullable String> over(Map<String, String> texts, String language, String text) {
            Map<String, @Nullable String> changed = over(texts);
            if (text.isBlank()) {
                changed.remove(language);
            } else {
                changed.put(language, text);
            }
            return changed;
        }
    }
}
