package parallax.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parallax.database.Id;

/** Names a release. */
public record ReleaseId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public static ReleaseId fromString(String text) {
        return new ReleaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
