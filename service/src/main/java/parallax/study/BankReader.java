package parallax.study;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.instrument.ItemPageReader;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Touchpoint;

/** Reads the files of the bank; anything unknown or missing in them is a fault. */
final class BankReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BankReader() {}

    static List<BankTouchpoint> touchpoints(InputStream in) throws IOException {
        JsonNode tree = MAPPER.readTree(in);
        // most languages have one form for both places, so most touchpoints need no subjects
        tree.forEach(entry -> ((ObjectNode) entry).putIfAbsent("subjects", MAPPER.createObjectNode()));
        List<Entry> entries = MAPPER.copy()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .convertValue(tree, new TypeReference<>() {});
        return entries.stream().map(Entry::toBankTouchpoint).toList();
    }

    static List<BankInstrument> instruments(InputStream in) throws IOException {
        List<InstrumentEntry> entries = MAPPER.copy()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .readValue(in, new TypeReference<>() {});
        return entries.stream().map(InstrumentEntry::toInstrument).toList();
    }

    private record Entry(
            String key,
            Map<String, String> labels,
            Map<String, String> hints,
            Map<String, String> phrases,
            Map<String, String> subjects,
            String owner,
            String phase,
            boolean byDefault,
            String source) {

        BankTouchpoint toBankTouchpoint() {
            return new BankTouchpoint(
                    new Touchpoint(
                            key, labels, Owner.ofCode(owner), Phase.ofCode(phase), hints, phrases, subjects, List.of()),
                    byDefault,
                    source);
        }
    }

    private record InstrumentEntry(
            String key,
            Map<String, String> titles,
            String about,
            boolean byDefault,
            List<@Nullable ItemPageJson> pages) {

        BankInstrument toInstrument() {
            List<ItemPage> read = new ItemPageReader(
                            (pointer, value, message) -> {
                                throw new IllegalStateException(
                                        "bank: instrument '%s', pages%s: %s".formatted(key, pointer, message));
                            },
                            null,
                            Set.of())
                    .pages("", pages);
            return new BankInstrument(key, titles, about, byDefault, read);
        }
    }
}
