package parallax.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes keys of the codes of a file: unique, and as keys must look. */
final class Names {

    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    Names(Set<String> reserved) {
        taken.addAll(reserved);
    }

    /** @param prefix what a code that does not start with a letter is prefixed with */
    String key(String code, String prefix) {
        StringBuilder key = new StringBuilder();
        String lower = code.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length() && key.length() < LONGEST; i++) {
            char c = lower.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            key.append(fits ? c : '_');
        }
        if (key.isEmpty() || key.charAt(0) < 'a' || key.charAt(0) > 'z') {
            key.insert(0, prefix);
        }
        return unique(key.toString());
    }

    private String unique(String wanted) {
        String key = wanted.substring(0, Math.min(LONGEST, wanted.length()));
        for (int number = 2; !taken.add(key); number++) {
            String end = "_" + number;
            key = wanted.substring(0, Math.min(LONGEST - end.length(), wanted.length())) + end;
        }
        return key;
    }
}
