package parallax.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that an endpoint of the API does not know or takes only once, and truth values other than {@code true} and
 * {@code false}: left unread, a misspelt {@code ?dry_run=true} would write.
 */
final class QueryParameters implements DynamicFeature {

    private static final Set<String> TRUTH_VALUES = Set.of("true", "false");

    @Override
    public void configure(ResourceInfo endpoint, FeatureContext context) {
        String address = "/" + pathOf(endpoint.getResourceClass()) + "/" + pathOf(endpoint.getResourceMethod());
        if (Paths.isApi(address.replaceAll("/+", "/"))) {
            context.register(new Guard(known(endpoint.getResourceMethod())), Priorities.AUTHORIZATION + 1);
        }
    }

    private static String pathOf(AnnotatedElement place) {
        @Nullable Path path = place.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Names to types. */
    private static Map<String, Class<?>> known(Method method) {
        Map<String, Class<?>> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(known, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(known, field, field.getType());
                }
            }
        }
        return known;
    }

    private static void add(Map<String, Class<?>> known, AnnotatedElement place, Class<?> type) {
        @Nullable QueryParam query = place.getAnnotation(QueryParam.class);
        if (query != null) {
            known.put(query.value(), type);
        }
    }

    private record Guard(Map<String, Class<?>> known) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            List<InputError> errors = new ArrayList<>();
            request.getUriInfo().getQueryParameters().forEach((name, values) -> {
                Class<?> type = known.get(name);
                if (type == null) {
                    errors.add(InputError.field(name, values.get(0), unknown()));
                } else if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
                    errors.add(InputError.field(name, String.join(", ", values), "Send this parameter once."));
                } else if (type == boolean.class || type == Boolean.class) {
                    values.stream()
                            .filter(value -> !TRUTH_VALUES.contains(value))
                            .forEach(value -> errors.add(InputError.field(name, value, "Use true or false.")));
                }
            });
            if (!errors.isEmpty()) {
                throw new RefusedException(ProblemType.INVALID, ProblemType.INVALID.detail(), errors);
            }
        }

        private String unknown() {
            return known.isEmpty()
                    ? "This address takes no query parameters."
                    : "There is no such query parameter here. Use " + String.join(", ", known.keySet()) + ".";
        }
    }
}
