package parallax.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Rewording;
import parallax.questionnaire.Touchpoint;

/** Reads a list of touchpoints as sent, and names every value that cannot be taken. */
final class TouchpointReader {

    static final int MOST = 100;

    private final Bank bank;

    TouchpointReader(Bank bank) {
        this.bank = bank;
    }

    /** The touchpoints that could be read; they are all there when the check found nothing. */
    List<Touchpoint> read(
            @Nullable List<@Nullable TouchpointJson> sent, List<String> languages, String pointer, InputCheck check) {
        if (sent == null || sent.isEmpty()) {
            check.error(pointer, null, "Keep at least one touchpoint.");
            return List.of();
        }
        if (sent.size() > MOST) {
            check.error(pointer, null, "Keep at most %d touchpoints; these are %d.".formatted(MOST, sent.size()));
            return List.of();
        }
        Reading reading = new Reading(languages, check);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            TouchpointJson item = sent.get(i);
            if (item == null) {
                check.error(pointer + "/" + i, null, "This is empty. Send a touchpoint or leave it out.");
            } else {
                Touchpoint touchpoint = reading.touchpoint(item, pointer + "/" + i);
                if (touchpoint != null) {
                    touchpoints.add(touchpoint);
                }
            }
        }
        return touchpoints;
    }

    private final class Reading {

        private final List<String> languages;
        private final InputCheck check;
        private final Set<String> keys = new HashSet<>();
        private final Map<String, Set<String>> labelsSeen = new HashMap<>();

        Reading(List<String> languages, InputCheck check) {
            this.languages = languages;
            this.check = check;
        }

        @Nullable
        Touchpoint touchpoint(TouchpointJson item, String pointer) {
            int before = check.errors().size();
            String key = key(item.key(), pointer + "/key");
            Map<String, String> labels = labels(item.labels(), pointer + "/labels");
            Owner owner =
                    code(item.owner(), Owner::ofCode, "one of sales, marketing, shared, other", pointer + "/owner");
            Phase phase = code(item.phase(), Phase::ofCode, "one of discover, decide, buy, use", pointer + "/phase");
            Map<String, String> hints = optional(item.hints(), "a hint", Touchpoint.LONGEST_HINT, pointer + "/hints");
            Map<String, String> phrases = optional(
                    item.phrases(), "the words inside a question", Touchpoint.LONGEST_PHRASE, pointer + "/phrases");
            Map<String, String> subjects = optional(
                    item.subjects(), "the words as a subject", Touchpoint.LONGEST_PHRASE, pointer + "/subjects");
            List<Rewording> rewordings = rewordings(item.rewordings(), pointer + "/rewordings");
            if (check.errors().size() > before || owner == null || phase == null) {
                return null;
            }
            if (item.hints() == null) {
                hints = bank.wordsOf(key, labels, Touchpoint::hints);
            }
            if (item.phrases() == null) {
                phrases = bank.wordsOf(key, labels, Touchpoint::phrases);
            }
            if (item.subjects() == null) {
                subjects = bank.wordsOf(key, labels, Touchpoint::subjects);
            }
            return new Touchpoint(key, labels, owner, phase, hints, phrases, subjects, rewordings);
        }

        private List<Rewording> rewordings(@Nullable List<@Nullable RewordingJson> sent, String pointer) {
            List<Rewording> read = new ArrayList<>();
            Set<String> places = new HashSet<>();
            for (int i = 0; sent != null && i < sent.size(); i++) {
                RewordingJson item = sent.get(i);
                if (item == null) {
                    check.error(pointer + "/" + i, null, "This is empty. Send a question or leave it out.");
                } else {
                    rewording(item, pointer + "/" + i, places).ifPresent(read::add);
                }
            }
            return read;
        }

        private Optional<Rewording> rewording(RewordingJson item, String pointer, Set<String> places) {
            int before = check.errors().size();
            Audience audience =
                    code(item.audience(), Audience::ofCode, "one of customer, sales, marketing", pointer + "/audience");
            if (audience != null && !audience.ratesTouchpoints()) {
                check.error(pointer + "/audience", audience.code(), "Use one of customer, sales, marketing.");
            }
            Measure measure =
                    code(item.measure(), Measure::ofCode, "one of experience, importance", pointer + "/measure");
            String language = item.language();
            if (language == null || !languages.contains(language)) {
                check.error(
                        pointer + "/language",
                        language == null ? null : InputCheck.visible(language),
                        "Use a language of the engagement: " + String.join(", ", languages) + ".");
            }
            String text = check.text(pointer + "/text", item.text(), "the question", ItemText.LONGEST);
            if (check.errors().size() == before && !places.add(audience + " " + measure + " " + language)) {
                check.error(pointer, text, "This question is reworded twice. Remove one.");
            }
            return check.errors().size() > before || audience == null || measure == null || language == null
                    ? Optional.empty()
                    : Optional.of(new Rewording(audience, measure, language, text));
        }

        private String key(@Nullable String key, String pointer) {
            if (key == null || !Touchpoint.isKey(key)) {
                check.error(
                        pointer,
                        key == null ? null : InputCheck.visible(key),
                        "Give a key that starts with a lower-case letter and holds only a-z, 0-9, _ and -, 40 characters at most.");
                return "";
            }
            if (!keys.add(key)) {
                check.error(pointer, key, "This key stands twice. Give each touchpoint its own.");
            }
            return key;
        }

        private Map<String, String> labels(@Nullable Map<String, @Nullable String> sent, String pointer) {
            Map<String, @Nullable String> labels = new TreeMap<>(sent == null ? Map.of() : sent);
            languages.forEach(language -> labels.putIfAbsent(language, null));
            Map<String, String> read = texts(labels, "a name", Touchpoint.LONGEST_LABEL, pointer);
            read.forEach((language, label) -> {
                if (!label.isEmpty()
                        && !labelsSeen
                                .computeIfAbsent(language, l -> new HashSet<>())
                                .add(label.toLowerCase(Locale.ROOT))) {
                    check.error(
                            pointer + "/" + language,
                            label,
                            "Another touchpoint has this name. Give each its own, so that readers can tell them apart.");
                }
            });
            return read;
        }

        private Map<String, String> optional(
                @Nullable Map<String, @Nullable String> sent, String what, int longest, String pointer) {
            return sent == null ? Map.of() : texts(sent, what, longest, pointer);
        }

        private Map<String, String> texts(
                Map<String, @Nullable String> sent, String what, int longest, String pointer) {
            Map<String, String> read = new TreeMap<>();
            sent.forEach((language, text) -> {
                String at = pointer + "/"
                        + InputCheck.visible(language).replace("~", "~0").replace("/", "~1");
                if (!languages.contains(language)) {
                    check.error(
                            at,
                            text == null ? null : InputCheck.visible(text),
                            "The engagement is not in this language. Use: " + String.join(", ", languages) + ".");
                } else {
                    read.put(language, check.text(at, text, what, longest));
                }
            });
            return read;
        }

        private <T> @Nullable T code(@Nullable String code, Function<String, T> ofCode, String which, String pointer) {
            try {
                if (code != null) {
                    return ofCode.apply(code);
                }
            } catch (IllegalArgumentException e) {
                // told below, like a missing one
            }
            check.error(pointer, code == null ? null : InputCheck.visible(code), "Use " + which + ".");
            return null;
        }
    }
}
