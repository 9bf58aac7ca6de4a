package parallax.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.instrument.ItemPageReader;
import parallax.instrument.ModelTexts;
import parallax.instrument.OwnTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

/** Whether a questionnaire can be read again once it is stored: what reads it then looks at it before it is written. */
final class ModelLimits {

    private static final Pattern OF_PAGES = Pattern.compile("/pages/(\\d+)(?:/items/(\\d+))?(?:/.*)?");

    private final Questionnaire model;
    private final InputCheck check = new InputCheck();

    private ModelLimits(Questionnaire model) {
        this.model = model;
    }

    /** @throws InvalidInputException naming each item, page, touchpoint and text that is beyond a limit, and the limit */
    static void require(Questionnaire model) {
        ModelLimits limits = new ModelLimits(model);
        limits.touchpointTexts();
        Set<String> touchpoints =
                model.touchpoints().stream().map(Touchpoint::key).collect(Collectors.toSet());
        new ItemPageReader(limits::fault, null, touchpoints).pages("/pages", ItemPageJson.from(model.pages()));
        OwnTexts.read("/texts", OwnTexts.sent(model.texts()), limits::fault, null);
        limits.check.finish();
    }

    private void touchpointTexts() {
        List<Map.Entry<TextPlace, Map<String, String>>> texts =
                new ArrayList<>(ModelTexts.of(model).entrySet());
        texts.removeIf(text -> model.positionOf(text.getKey().subject()) < 0);
        texts.forEach(text -> text.getValue()
                .forEach((language, words) -> check.text(
                        "/touchpoints/%d/%s/%s"
                                .formatted(
                                        model.positionOf(text.getKey().subject()),
                                        text.getKey().place(),
                                        language),
                        words,
                        "a text that can be seen",
                        text.getKey().longest())));
    }

    private void fault(String pointer, @Nullable Object value, String message) {
        Matcher matcher = OF_PAGES.matcher(pointer);
        check.error(pointer, value, matcher.matches() ? named(matcher) + message : message);
    }

    private String named(Matcher place) {
        ItemPage page = model.pages().get(Integer.parseInt(place.group(1)));
        return place.group(2) == null
                ? "Page “%s”: ".formatted(page.key())
                : "Item “%s”: "
                        .formatted(page.items()
                                .get(Integer.parseInt(place.group(2)))
                                .key());
    }
}
