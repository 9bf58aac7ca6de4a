package parallax.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON that was sent: 400 when it cannot be parsed, else 422 with a pointer. */
final class JsonProblems {

    private JsonProblems() {}

    /** Whether the fault is in our classes or in what we wrote, not in what was sent. */
    static boolean isOurs(JsonProcessingException thrown) {
        return thrown instanceof InvalidDefinitionException || thrown.getProcessor() instanceof JsonGenerator;
    }

    static Problem of(JsonProcessingException thrown) {
        if (thrown instanceof JsonMappingException mapping && !isUnparsable(mapping)) {
            return Problem.invalid(List.of(InputError.field(pointer(mapping), value(mapping), message(mapping))));
        }
        JsonLocation place = thrown.getLocation();
        String where = place == null
                ? "The JSON cannot be read: "
                : "The JSON cannot be read at line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
        return Problem.of(ProblemType.MALFORMED, where + fault(thrown));
    }

    /** The parser's own words name its classes and settings, which tell a sender nothing. */
    private static String fault(JsonProcessingException thrown) {
        String original = firstLine(thrown.getOriginalMessage());
        if (original.startsWith("Duplicate field")) {
            return original + ".";
        }
        if (thrown instanceof JsonEOFException) {
            return "it ends too early. Close its quotes, brackets and braces.";
        }
        if (thrown instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a name, text or number in it is too long.";
        }
        return "it is no JSON there. Check the quotes, commas, brackets and braces, and that nothing follows its end.";
    }

    /** Broken JSON met while binding is wrapped; junk after the end is a mismatch of the whole. */
    private static boolean isUnparsable(JsonMappingException thrown) {
        return (thrown.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException))
                || (thrown.getPath().isEmpty()
                        && Objects.requireNonNullElse(thrown.getOriginalMessage(), "")
                                .startsWith("Trailing token"));
    }

    private static String pointer(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String value(JsonMappingException thrown) {
        if (thrown instanceof InvalidFormatException format) {
            return format.getValue() == null ? null : String.valueOf(format.getValue());
        }
        return thrown.getProcessor() instanceof JsonParser parser
                        && parser.currentToken() != null
                        && parser.currentToken().isScalarValue()
                        && !(thrown instanceof UnrecognizedPropertyException)
                ? lastText(parser)
                : null;
    }

    private static @Nullable String lastText(JsonParser parser) {
        try {
            return parser.getText();
        } catch (IOException closed) {
            return null;
        }
    }

    private static String message(JsonMappingException thrown) {
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
            return "Unknown property. Known here: "
                    + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) + ".";
        }
        if (thrown instanceof ValueInstantiationException) {
            return ofConstructor(thrown.getCause());
        }
        if (thrown.getCause() instanceof IllegalArgumentException cause) {
            return ofConstructor(cause);
        }
        if (thrown instanceof MismatchedInputException mismatch) {
            return ofType(mismatch);
        }
        return "This is not of the expected form.";
    }

    private static String ofConstructor(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return cause instanceof NullPointerException
                ? "A required property is missing or null."
                : "This is not of the expected form.";
    }

    private static String ofType(MismatchedInputException thrown) {
        String original = Objects.requireNonNullElse(thrown.getOriginalMessage(), "");
        if (original.startsWith("Cannot map `null`") || original.startsWith("Missing required creator property")) {
            return "This is required.";
        }
        if (thrown instanceof InvalidNullException) {
            return "This cannot be null. Leave it out to keep what stands.";
        }
        if (original.startsWith(CleanText.REFUSAL)) {
            return original + ".";
        }
        Class<?> target = thrown.getTargetType();
        return target == null ? "This is not of the expected form." : "Expected " + expected(target) + ".";
    }

    private static String expected(Class<?> target) {
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (target == int.class || target == Integer.class || target == long.class || target == Long.class) {
            return "a whole number";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return target == boolean.class ? "true or false" : "a number";
        }
        return ofClass(target);
    }

    private static String ofClass(Class<?> target) {
        if (target == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(target)) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(target) || target.isRecord()) {
            return "an object";
        }
        return target.getPackageName().startsWith("java.time") ? "a date or time as in RFC 3339" : "another form";
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unknown reason" : text.lines().findFirst().orElse("unknown reason");
    }
}
