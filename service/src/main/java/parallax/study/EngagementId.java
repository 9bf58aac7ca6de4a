package parallax.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parallax.database.Id;

/** Names an engagement. */
public record EngagementId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public static EngagementId fromString(String text) {
        return new EngagementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
