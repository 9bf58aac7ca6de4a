package parallax.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API's description, made when first asked for: nobody waits for it at start. */
final class OpenApiDocument {

    private final Supplier<Set<Class<?>>> resources;
    private final ObjectMapper mapper;
    private final String version;
    private @Nullable OpenAPI described;

    OpenApiDocument(Supplier<Set<Class<?>>> resources, ObjectMapper mapper, String version) {
        this.resources = resources;
        this.mapper = mapper;
        this.version = version;
    }

    synchronized String json() {
        return OpenApi.write(described());
    }

    synchronized List<ApiOperation> operations() {
        return described().getPaths().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(operation -> new ApiOperation(
                                operation.getKey().name(),
                                path.getKey(),
                                Optional.ofNullable(operation.getValue().getSummary())
                                        .orElse(""),
                                parameters(operation.getValue()))))
                .toList();
    }

    private OpenAPI described() {
        if (described == null) {
            described = OpenApi.describe(resources.get(), mapper, version);
        }
        return described;
    }

    private static String parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> "query".equals(parameter.getIn()))
                .map(Parameter::getName)
                .collect(Collectors.joining(", "));
    }

    /** One line of the page. */
    public record ApiOperation(String method, String path, String summary, String parameters) {}
}
