package parallax.study;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.web.Slice;

/** Slices of lists that are short enough to be read whole. */
final class Listing {

    private Listing() {}

    /** @param id of an item, what the cursor holds */
    static <T> Slice<T> slice(List<T> all, Function<T, String> id, @Nullable Integer limit, @Nullable String after) {
        int most = Slice.limit(limit);
        Optional<String> key = Slice.after(after);
        int start = 0;
        if (key.isPresent() && after != null) {
            List<String> ids = all.stream().map(id).toList();
            start = ids.indexOf(key.get()) + 1;
            if (start == 0) {
                throw Slice.wrongCursor(after);
            }
        }
        return Slice.of(all.subList(start, Math.min(all.size(), start + most + 1)), most, id);
    }
}
