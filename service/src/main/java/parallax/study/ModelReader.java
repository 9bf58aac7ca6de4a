package parallax.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.instrument.ItemPageReader;
import parallax.instrument.OwnTexts;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.EngagementService.CreateEngagement;

/** Reads a whole model as sent, over the one that stands. */
final class ModelReader {

    private final Bank bank;
    private final InputCheck check;

    ModelReader(Bank bank, InputCheck check) {
        this.bank = bank;
        this.check = check;
    }

    /** @throws InvalidInputException naming every value that cannot be taken */
    Questionnaire read(QuestionnaireInput input, CreateEngagement settings, Questionnaire before) {
        List<String> languages = settings.languages();
        List<Touchpoint> touchpoints =
                new TouchpointReader(bank).read(input.touchpoints(), languages, "/touchpoints", check);
        List<ItemPage> pages = pages(input.pages(), languages, touchpoints, before);
        Map<String, Map<String, String>> texts = texts(input.texts(), languages, before);
        check.finish();
        if (input.pages() == null) {
            unshared(touchpoints, pages, "/touchpoints");
            check.finish();
        }
        return new Questionnaire(languages, settings.scalePoints(), touchpoints, pages, texts);
    }

    private List<ItemPage> pages(
            @Nullable List<@Nullable ItemPageJson> sent,
            List<String> languages,
            List<Touchpoint> touchpoints,
            Questionnaire before) {
        if (sent == null) {
            return Asking.of(bank.inLanguages(before.pages(), languages), touchpoints);
        }
        Set<String> taken = touchpoints.stream().map(Touchpoint::key).collect(Collectors.toSet());
        return new ItemPageReader(check::error, new HashSet<>(languages), taken).pages("/pages", sent);
    }

    private Map<String, Map<String, String>> texts(
            @Nullable Map<String, @Nullable Map<String, @Nullable String>> sent,
            List<String> languages,
            Questionnaire before) {
        return sent == null
                ? spoken(before.texts(), languages)
                : OwnTexts.read("/texts", sent, check::error, new HashSet<>(languages));
    }

    /** Own texts without the languages that are no longer spoken. */
    static Map<String, Map<String, String>> spoken(Map<String, Map<String, String>> texts, List<String> languages) {
        Map<String, Map<String, String>> spoken = new TreeMap<>();
        texts.forEach((key, words) -> {
            Map<String, String> kept = new TreeMap<>(words);
            kept.keySet().retainAll(languages);
            if (!kept.isEmpty()) {
                spoken.put(key, kept);
            }
        });
        return spoken;
    }

    /** That no touchpoint has the key of an item. */
    void unshared(List<Touchpoint> touchpoints, Questionnaire before, String pointer) {
        unshared(touchpoints, before.pages(), pointer);
    }

    private void unshared(List<Touchpoint> touchpoints, List<ItemPage> pages, String pointer) {
        Set<String> items = pages.stream()
                .flatMap(page -> page.items().stream())
                .map(Item::key)
                .collect(Collectors.toSet());
        for (int i = 0; i < touchpoints.size(); i++) {
            String key = touchpoints.get(i).key();
            if (items.contains(key)) {
                check.error(
                        pointer + "/" + i + "/key", key, "An item has this key. Give the touchpoint one of its own.");
            }
        }
    }
}
