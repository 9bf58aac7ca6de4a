package parallax.release;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import parallax.finding.ReleasedFigure;
import parallax.web.Json;

/** Figures as a release keeps them: JSON, compressed. Apart from the API's mapper: what is frozen must not change with it. */
final class FrozenFigures {

    private static final ObjectMapper MAPPER = Json.configure(new ObjectMapper());

    private FrozenFigures() {}

    static byte[] write(List<ReleasedFigure> figures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(compressed, figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<ReleasedFigure> read(byte[] frozen) {
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(frozen))) {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the figures of a release cannot be read", e);
        }
    }
}
