package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parallax.results.FigureResource;
import parallax.results.FiguresResource;
import parallax.study.FrameResource;
import parallax.web.Json;

class OpenApiTest {

    @Test
    void filtersOfFiguresAreDescribedAsQueryParameters() {
        Operation figures = operation(FiguresResource.class, "/api/waves/{id}/figures");

        assertThat(figures.getRequestBody()).isNull();
        assertThat(figures.getParameters())
                .filteredOn(parameter -> parameter.getIn().equals("query"))
                .extracting(Parameter::getName)
                .containsExactlyInAnyOrder("kind", "measure", "audience", "team", "touchpoint", "segment", "format");
        assertThat(figures.getParameters())
                .filteredOn(parameter -> parameter.getIn().equals("query"))
                .allSatisfy(parameter -> assertThat(parameter.getDescription()).isNotBlank());
    }

    @Test
    void whatAFigureComesFromIsDescribed() {
        Operation origin = operation(FigureResource.class, "/api/figures/{id}");

        assertThat(origin.getParameters()).extracting(Parameter::getName).containsExactly("id");
        assertThat(origin.getSummary()).contains("formula");
    }

    /** Sent and answered, a frame has the same shape. */
    @Test
    void aFrameHasItsShape() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(OpenApi.write(
                        OpenApi.describe(Set.of(FrameResource.class), Json.configure(new ObjectMapper()), "1")));
        JsonNode put = document.path("paths").path("/api/waves/{id}/frame").path("put");

        String sent =
                put.at("/requestBody/content/application~1json/schema/$ref").asText();
        assertThat(put.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo(sent)
                .isNotEmpty();
        JsonNode frame = document.at(sent.substring(1));
        assertThat(frame.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("customer", "sales", "marketing");
        JsonNode counts =
                document.at(frame.at("/properties/customer/$ref").asText().substring(1));
        assertThat(counts.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "people", "I", "P", "R", "BREAKOFF", "NC", "O", "U", "UH", "UO", "NE", "margins");
        assertThat(counts.at("/properties/NC/type").asText()).isEqualTo("integer");
        assertThat(counts.at("/properties/margins/additionalProperties/additionalProperties/type")
                        .asText())
                .isEqualTo("number");
    }

    private static Operation operation(Class<?> resource, String path) {
        return OpenApi.describe(Set.of(resource), Json.configure(new ObjectMapper()), "1")
                .getPaths()
                .get(path)
                .getGet();
    }
}
