package parallax.answering;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parallax.web.KeptPage;

/**
 * Pages of one form that show nothing of whom they are for, such as one on which nothing is answered yet: most that
 * respondents get. They go when the form is read anew.
 */
final class KeptPages {

    /** Conditions can lead to many pages. */
    private static final int MOST = 200;

    private final Map<Object, KeptPage> pages = new ConcurrentHashMap<>();

    /** @param key tells all that such pages differ by; null is returned when there are too many already */
    @Nullable
    KeptPage of(Object key) {
        KeptPage known = pages.get(key);
        return known != null || pages.size() >= MOST ? known : pages.computeIfAbsent(key, fresh -> new KeptPage());
    }
}
