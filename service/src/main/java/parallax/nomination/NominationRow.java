package parallax.nomination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import parallax.study.WaveId;

/**
 * A nomination as the table holds it.
 *
 * @param struck JSON list of objects with reason and people
 */
public record NominationRow(WaveId waveId, String chosenBy, int eligible, int named, String struck, int version) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Nomination.Struck>> REASONS = new TypeReference<>() {};

    static NominationRow of(WaveId wave, Nomination nomination, int version) {
        try {
            return new NominationRow(
                    wave,
                    nomination.chosenBy(),
                    nomination.eligible(),
                    nomination.named(),
                    JSON.writeValueAsString(nomination.struck()),
                    version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Nomination toNomination() {
        try {
            return new Nomination(chosenBy, eligible, named, JSON.readValue(struck, REASONS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the reasons are no list of reasons", e);
        }
    }
}
