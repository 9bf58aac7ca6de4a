package parallax.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parallax.database.Id;

/** Names a wave. */
public record WaveId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public static WaveId fromString(String text) {
        return new WaveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
