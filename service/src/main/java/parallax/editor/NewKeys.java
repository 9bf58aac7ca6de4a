package parallax.editor;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Keys made of words. */
final class NewKeys {

    private static final int LONGEST = 30;

    private NewKeys() {}

    /** A key made of the words that is not taken. */
    static String of(String words, String fallback, Collection<String> taken) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("_+$", "");
        String base = cut.isEmpty() ? fallback : cut;
        String key = base;
        for (int i = 2; taken.contains(key); i++) {
            key = base + "_" + i;
        }
        return key;
    }
}
