package parallax.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.Parameter;
import org.jspecify.annotations.Nullable;

/** Bean Validation's findings as pointers into the body, or names of parameters. */
final class ViolationErrors {

    private ViolationErrors() {}

    static List<InputError> of(ConstraintViolationException thrown) {
        @Nullable
        Invocable invocable = thrown instanceof JerseyViolationException jersey ? jersey.getInvocable() : null;
        return thrown.getConstraintViolations().stream()
                .map(violation -> error(violation, invocable))
                .sorted(Comparator.comparing(error -> String.valueOf(error.pointer())))
                .toList();
    }

    private static InputError error(ConstraintViolation<?> violation, @Nullable Invocable invocable) {
        String message = violation.getMessage();
        return InputError.field(
                pointer(violation, invocable), shown(violation.getInvalidValue()), "It " + message + ".");
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : null;
    }

    private static String pointer(ConstraintViolation<?> violation, @Nullable Invocable invocable) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER && invocable != null) {
                parameter = nameOf(invocable, node.as(Path.ParameterNode.class).getParameterIndex());
            }
            appendTo(pointer, node);
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }

    private static void appendTo(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Object step = node.getIndex() == null ? node.getKey() : node.getIndex();
            pointer.append('/').append(step);
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(node.getName()));
        }
    }

    private static String nameOf(Invocable invocable, int index) {
        Parameter parameter = invocable.getParameters().get(index);
        return Stream.of(parameter.getAnnotations())
                .map(ViolationErrors::nameIn)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> nameIn(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return Optional.of(query.value());
        }
        if (annotation instanceof FormParam form) {
            return Optional.of(form.value());
        }
        if (annotation instanceof HeaderParam header) {
            return Optional.of(header.value());
        }
        return annotation instanceof CookieParam cookie ? Optional.of(cookie.value()) : Optional.empty();
    }
}
