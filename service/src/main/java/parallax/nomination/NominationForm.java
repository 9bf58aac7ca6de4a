package parallax.nomination;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;

/**
 * How customers were chosen, as the form holds it.
 *
 * @param values field to what was typed; {@code struck} has a reason and its number on each line
 */
record NominationForm(Map<String, String> values) {

    private static final List<String> NAMES = List.of("chosen_by", "eligible", "named", "struck");
    private static final Pattern REASON = Pattern.compile("(.*?)[\\s:;,=–-]*(\\d{1,9})");

    NominationForm {
        values = Map.copyOf(values);
    }

    static NominationForm of(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String typed = form.getFirst(name);
            values.put(name, typed == null ? "" : typed);
        });
        return new NominationForm(values);
    }

    static NominationForm blank() {
        return new NominationForm(NAMES.stream().collect(Collectors.toMap(name -> name, name -> "")));
    }

    static NominationForm of(Nomination nomination) {
        return new NominationForm(Map.of(
                "chosen_by", nomination.chosenBy(),
                "eligible", Integer.toString(nomination.eligible()),
                "named", Integer.toString(nomination.named()),
                "struck",
                        nomination.struck().stream()
                                .map(one -> one.reason() + ": " + one.people())
                                .collect(Collectors.joining("\n"))));
    }

    NominationInput read() {
        return new NominationInput(text("chosen_by"), number(text("eligible")), number(text("named")), struck());
    }

    private List<NominationInput.@Nullable StruckInput> struck() {
        List<NominationInput.@Nullable StruckInput> read = new ArrayList<>();
        lines().forEach(line -> {
            Matcher reason = REASON.matcher(line);
            read.add(
                    reason.matches()
                            ? new NominationInput.StruckInput(reason.group(1), number(reason.group(2)))
                            : new NominationInput.StruckInput(line, null));
        });
        return read;
    }

    private List<String> lines() {
        return text("struck")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private static @Nullable Integer number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Errors of the input, at the form's fields. */
    List<InputError> atFields(List<InputError> errors) {
        return errors.stream().map(this::atField).toList();
    }

    private InputError atField(InputError error) {
        String pointer = String.valueOf(error.pointer());
        if (pointer.startsWith("/struck/")) {
            int line = Integer.parseInt(pointer.split("/", -1)[2]);
            return InputError.field(
                    "/struck",
                    lines().get(line),
                    "Line %d, “%s”: %s".formatted(line + 1, lines().get(line), error.message()));
        }
        // what was typed, also where it is no number
        return InputError.field(pointer, text(pointer.substring(1)), error.message());
    }
}
