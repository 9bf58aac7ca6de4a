package parallax.app;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of every operation how it can end: with which status, and that each refusal is a problem. */
final class OpenApiResponses {

    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request cannot be read",
            "401", "Nobody is signed in, or the token is wrong",
            "403", "Not allowed to this account",
            "404", "There is no such thing, or it is not yours to see",
            "409", "It does not fit the present state",
            "412", "Somebody changed it after the version named in If-Match",
            "415", "That kind of content is not read here",
            "422", "It can be read, but some of it is wrong; errors say what");

    private OpenApiResponses() {}

    static void complete(OpenAPI document) {
        Components components = document.getComponents();
        components.addSchemas(PROBLEM, problem());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    operation.setOperationId(name(method, path));
                    nameSuccess(operation);
                    refusals(method, path, operation)
                            .forEach(status -> operation.getResponses().addApiResponse(status, refusal(status)));
                }));
    }

    /** Such as {@code get_waves_id_field}: what is asked for, and never a number that depends on the order of classes. */
    private static String name(HttpMethod method, String path) {
        String words = path.replaceFirst("^/api/", "").replaceAll("[^A-Za-z0-9]+", "_");
        return method.name().toLowerCase(Locale.ROOT) + "_" + words.replaceAll("_$", "");
    }

    /** What a method returns is answered with 200, nothing with 204. */
    private static void nameSuccess(Operation operation) {
        ApiResponses responses = operation.getResponses();
        ApiResponse unnamed = responses.remove("default");
        if (unnamed != null && responses.isEmpty()) {
            boolean empty = unnamed.getContent() == null
                    || unnamed.getContent().values().stream().allMatch(type -> type.getSchema() == null);
            responses.addApiResponse(empty ? "204" : "200", unnamed);
        }
        responses.forEach((status, response) -> {
            if (response.getDescription() == null || response.getDescription().equals("default response")) {
                response.setDescription(
                        switch (status) {
                            case "201" -> "Made";
                            case "202" -> "Begun; Location says where to look";
                            case "204" -> "Done";
                            default -> "As asked";
                        });
            }
        });
    }

    private static TreeSet<String> refusals(HttpMethod method, String path, Operation operation) {
        TreeSet<String> refusals = new TreeSet<>(List.of("401", "403", "422"));
        if (path.contains("{")) {
            refusals.add("404");
        }
        if (method != HttpMethod.GET) {
            refusals.add("409");
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(List.of("400", "415"));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            refusals.add("412");
        }
        refusals.removeAll(operation.getResponses().keySet());
        return refusals;
    }

    private static ApiResponse refusal(String status) {
        return new ApiResponse()
                .description(REFUSALS.get(status))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> error = object(List.of("message"));
        List.of("pointer", "parameter", "column", "value", "message")
                .forEach(name -> error.addProperty(name, typed("string")));
        error.addProperty("row", typed("integer"));
        Schema<?> problem = object(List.of("type", "title", "status", "detail"));
        new TreeMap<>(Map.of("type", "string", "title", "string", "status", "integer", "detail", "string"))
                .forEach((name, type) -> problem.addProperty(name, typed(type)));
        Schema<?> errors = typed("array");
        errors.setItems(error);
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> object(List<String> required) {
        Schema<?> schema = typed("object");
        schema.setRequired(required);
        return schema;
    }

    private static Schema<?> typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
