package parallax.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What became of each item since an earlier version; figures are compared across waves only where it is the same. */
public final class WordingGuard {

    /** What became of an item. */
    public enum Change {
        SAME,
        /** Asked in other words: a trend would compare two questions. */
        REWORDED,
        /** Asked on another scale or with other choices. */
        RESCALED,
        NEW
    }

    private WordingGuard() {}

    /** Key of each touchpoint and item of the later version to what became of it, in the order of the form. */
    public static Map<String, Change> compare(Questionnaire earlier, Questionnaire later) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Touchpoint touchpoint : later.touchpoints()) {
            int position = earlier.positionOf(touchpoint.key());
            changes.put(
                    touchpoint.key(),
                    position < 0
                            ? Change.NEW
                            : touchpoint(earlier, earlier.touchpoints().get(position), later, touchpoint));
        }
        for (Item item : later.items()) {
            changes.put(
                    item.key(),
                    earlier.items().stream()
                            .filter(old -> old.key().equals(item.key()))
                            .findFirst()
                            .map(old -> item(earlier, old, later, item))
                            .orElse(Change.NEW));
        }
        return changes;
    }

    private static Change touchpoint(Questionnaire earlier, Touchpoint old, Questionnaire later, Touchpoint now) {
        if (earlier.scalePoints() != later.scalePoints()) {
            return Change.RESCALED;
        }
        if (shared(earlier, later).isEmpty()) {
            return Change.REWORDED;
        }
        for (String language : shared(earlier, later)) {
            boolean same = old.label(language).equals(now.label(language))
                    && old.hint(language).equals(now.hint(language))
                    && Objects.equals(old.phrases().get(language), now.phrases().get(language))
                    && Objects.equals(
                            old.subjects().get(language), now.subjects().get(language))
                    && rewordings(old, language).equals(rewordings(now, language));
            if (!same) {
                return Change.REWORDED;
            }
        }
        return Change.SAME;
    }

    private static Change item(Questionnaire earlier, Item old, Questionnaire later, Item now) {
        boolean rescaled = old.kind() != now.kind()
                || !choiceKeys(old).equals(choiceKeys(now))
                || old.offer().other() != now.offer().other()
                || old.offer().minimum() != now.offer().minimum()
                || old.offer().maximum() != now.offer().maximum()
                || (now.kind() == ItemKind.AGREEMENT && earlier.scalePoints() != later.scalePoints());
        if (rescaled) {
            return Change.RESCALED;
        }
        if (shared(earlier, later).isEmpty()) {
            return Change.REWORDED;
        }
        for (String language : shared(earlier, later)) {
            if (!sameWords(old, now, language)) {
                return Change.REWORDED;
            }
        }
        return Change.SAME;
    }

    private static boolean sameWords(Item old, Item now, String language) {
        for (Audience audience : Audience.values()) {
            boolean bothAsked = old.isAskedOf(audience) && now.isAskedOf(audience);
            if (bothAsked && !old.text(audience, language).equals(now.text(audience, language))) {
                return false;
            }
        }
        for (int i = 0; i < old.offer().choices().size(); i++) {
            String one = old.offer().choices().get(i).labels().get(language);
            String other = now.offer().choices().get(i).labels().get(language);
            if (!Objects.equals(one, other)) {
                return false;
            }
        }
        return Objects.equals(old.offer().low().get(language), now.offer().low().get(language))
                && Objects.equals(
                        old.offer().high().get(language), now.offer().high().get(language));
    }

    /** Languages of both: one that was added or dropped changes no question that was asked before. */
    private static List<String> shared(Questionnaire earlier, Questionnaire later) {
        return later.languages().stream().filter(earlier.languages()::contains).toList();
    }

    private static List<String> choiceKeys(Item item) {
        return item.offer().choices().stream().map(Choice::key).toList();
    }

    private static List<Rewording> rewordings(Touchpoint touchpoint, String language) {
        return touchpoint.rewordings().stream()
                .filter(rewording -> rewording.language().equals(language))
                .toList();
    }
}
