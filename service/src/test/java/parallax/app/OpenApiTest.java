package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parallax.results.FigureResource;
import parallax.results.FiguresResource;
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

    private static Operation operation(Class<?> resource, String path) {
        return OpenApi.describe(Set.of(resource), Json.configure(new ObjectMapper()), "1")
                .getPaths()
                .get(path)
                .getGet();
    }
}
