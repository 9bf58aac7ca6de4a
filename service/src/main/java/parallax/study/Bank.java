package parallax.study;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.questionnaire.Wording;

/** The library a new engagement starts from; read and checked once, at start. */
public final class Bank {

    private static final String RESOURCE = "/bank/touchpoints.json";

    private final List<BankTouchpoint> touchpoints;

    Bank(List<BankTouchpoint> touchpoints) {
        this.touchpoints = List.copyOf(touchpoints);
        Set<String> keys = new HashSet<>();
        for (BankTouchpoint entry : touchpoints) {
            String key = entry.touchpoint().key();
            if (!keys.add(key)) {
                throw new IllegalStateException("bank: touchpoint '%s' stands twice".formatted(key));
            }
            if (!entry.touchpoint().labels().keySet().equals(Wording.languages())) {
                throw new IllegalStateException("bank: touchpoint '%s' has labels in %s, forms are made in %s"
                        .formatted(key, entry.touchpoint().labels().keySet(), Wording.languages()));
            }
            if (entry.source().isBlank()) {
                throw new IllegalStateException("bank: touchpoint '%s' has no source note".formatted(key));
            }
        }
        // the default selection must make a questionnaire
        new Questionnaire(List.copyOf(Wording.languages()), 5, defaultTouchpoints());
    }

    /** @throws IllegalStateException when the bank is missing or wrong; the message says where */
    static Bank load() {
        try (InputStream in = Bank.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("bank: " + RESOURCE + " is missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("bank: " + RESOURCE + " cannot be read", e);
        }
    }

    static Bank read(InputStream in) throws IOException {
        List<Entry> entries = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build()
                .readValue(in, new TypeReference<>() {});
        return new Bank(entries.stream().map(Entry::toBankTouchpoint).toList());
    }

    /** In the order of the customer's way. */
    public List<BankTouchpoint> touchpoints() {
        return touchpoints;
    }

    public List<Touchpoint> defaultTouchpoints() {
        return touchpoints.stream()
                .filter(BankTouchpoint::byDefault)
                .map(BankTouchpoint::touchpoint)
                .toList();
    }

    public Optional<Touchpoint> find(String key) {
        return touchpoints.stream()
                .map(BankTouchpoint::touchpoint)
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst();
    }

    /** The bank's hints when key and labels are the bank's; none for a touchpoint that was renamed or is one's own. */
    Map<String, String> hintsOf(String key, Map<String, String> labels) {
        return find(key)
                .filter(touchpoint -> labels.entrySet().stream()
                        .allMatch(label ->
                                label.getValue().equals(touchpoint.labels().get(label.getKey()))))
                .map(Touchpoint::hints)
                .orElse(Map.of());
    }

    private record Entry(
            String key,
            Map<String, String> labels,
            Map<String, String> hints,
            String owner,
            String phase,
            boolean byDefault,
            String source) {

        BankTouchpoint toBankTouchpoint() {
            return new BankTouchpoint(
                    new Touchpoint(key, labels, Owner.ofCode(owner), Phase.ofCode(phase), hints, Map.of()),
                    byDefault,
                    source);
        }
    }
}
