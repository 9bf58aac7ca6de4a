package parallax.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.finding.Figure;
import parallax.finding.WaveFixture;

class FigureJsonTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("parallax.finding.AwkwardWavesTest#waves")
    void noFieldOfAnAwkwardWaveIsOtherThanFinite(String name, Supplier<WaveFixture> wave) {
        for (Figure figure : wave.get().findings().figures()) {
            // written and read again, as a client does: what is no number becomes a text
            assertFinite(new ObjectMapper().valueToTree(FigureJson.from(figure)), figure);
        }
    }

    private static void assertFinite(JsonNode node, Figure figure) {
        if (node.isNumber()) {
            assertThat(node.doubleValue()).as("%s", figure).isFinite();
        } else if (node.isValueNode()) {
            assertThat(node.asText()).as("%s", figure).doesNotContain("NaN", "Infinity");
        } else {
            node.forEach(child -> assertFinite(child, figure));
        }
    }
}
