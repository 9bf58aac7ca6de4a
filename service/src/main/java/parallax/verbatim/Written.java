package parallax.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parallax.questionnaire.Audience;

/** What people of one audience wrote. Whose is whose is not kept; only how many wrote in a language. */
public final class Written {

    private final Audience audience;
    private final List<Verbatim> texts = new ArrayList<>();
    private final List<ThreeWords> words = new ArrayList<>();
    private final Map<String, Integer> people = new TreeMap<>();

    public Written(Audience audience) {
        this.audience = audience;
    }

    /** Adds all that one person wrote in a language; nothing, when that is nothing. */
    public void addPerson(String language, List<Verbatim> theirTexts, List<ThreeWords> theirWords) {
        if (!theirTexts.isEmpty() || !theirWords.isEmpty()) {
            texts.addAll(theirTexts);
            words.addAll(theirWords);
            people.merge(language, 1, Integer::sum);
        }
    }

    List<Verbatim> texts() {
        return texts;
    }

    List<ThreeWords> words() {
        return words;
    }

    List<Writers> writers() {
        return people.entrySet().stream()
                .map(entry -> new Writers(audience, entry.getKey(), entry.getValue()))
                .toList();
    }
}
