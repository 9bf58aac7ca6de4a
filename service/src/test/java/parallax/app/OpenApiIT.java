package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The description of the API, held against the running service. */
class OpenApiIT {

    private static final List<String> PROMISED = List.of(
            "/api/tokens",
            "/api/engagements",
            "/api/engagements/{id}",
            "/api/bank",
            "/api/engagements/{id}/touchpoints",
            "/api/engagements/{id}/questionnaire",
            "/api/engagements/{id}/forms/{audience}",
            "/api/engagements/{id}/contacts",
            "/api/contacts/{id}",
            "/api/imports/{id}",
            "/api/engagements/{id}/waves",
            "/api/waves/{id}",
            "/api/waves/{id}/launch",
            "/api/waves/{id}/launch/cancel",
            "/api/waves/{id}/reminders",
            "/api/waves/{id}/outbox",
            "/api/waves/{id}/outbox/{mail}",
            "/api/waves/{id}/field",
            "/api/waves/{id}/close",
            "/api/waves/{id}/seal",
            "/api/waves/{id}/responses",
            "/api/waves/{id}/frame",
            "/api/waves/{id}/figures",
            "/api/waves/{id}/diagnostic",
            "/api/waves/{id}/referrals",
            "/api/waves/{id}/releases",
            "/api/releases/{id}",
            "/api/releases/{id}/withdraw",
            "/api/waves/{id}/workbooks/{team}.xlsx",
            "/api/jobs/{id}",
            "/api/audit");

    private final ApiClient api = ParallaxServer.shared().api();

    @Test
    void theDescriptionNamesEveryPromisedPath() {
        JsonNode document = api.get("/api/openapi.json").require(200);

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        List<String> described = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(path -> described.add(withoutNames(path)));
        assertThat(described)
                .containsAll(PROMISED.stream().map(OpenApiIT::withoutNames).toList());
    }

    /** Asked about things that do not exist, each answers with a problem of its own, never with 405 or 500. */
    @Test
    void everyDescribedOperationExistsAndAnswersNonsenseWithAProblem() {
        JsonNode paths = api.get("/api/openapi.json").require(200).path("paths");
        List<String> wrong = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                        String address = path.getKey()
                                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                        int status = api.send(method.toUpperCase(java.util.Locale.ROOT), address, "[]")
                                .status();
                        if (status == 405 || status >= 500) {
                            wrong.add(method + " " + path.getKey() + ": " + status);
                        }
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDescribedOperationSaysInOneLineWhatItDoes() {
        List<String> silent = new ArrayList<>();
        api.get("/api/openapi.json")
                .require(200)
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().path("summary").asText().isBlank()) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    @Test
    void everyDescribedOperationSaysHowItEnds() {
        List<String> wrong = new ArrayList<>();
        List<String> names = new ArrayList<>();
        api.get("/api/openapi.json")
                .require(200)
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    List<String> statuses = new ArrayList<>();
                    operation.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
                    names.add(operation.getValue().path("operationId").asText());
                    if (statuses.contains("default")
                            || statuses.stream().noneMatch(status -> status.startsWith("2"))
                            || !statuses.containsAll(List.of("401", "403"))) {
                        wrong.add(operation.getKey() + " " + path.getKey() + " " + statuses);
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.matches(".*_\\d+"));
    }

    @Test
    void theFiltersOfFiguresAreQueryParameters() {
        JsonNode figures = api.get("/api/openapi.json")
                .require(200)
                .path("paths")
                .path("/api/waves/{id}/figures")
                .path("get");

        assertThat(figures.has("requestBody")).isFalse();
        assertThat(figures.path("parameters").findValuesAsText("name"))
                .contains("kind", "measure", "audience", "team", "touchpoint", "segment", "format");
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
