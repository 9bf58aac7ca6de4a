package parallax.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import parallax.study.EngagementId;

/** Companies of an engagement by name; two spellings of one must not pass for two. */
final class Accounts {

    private final EngagementId engagement;
    private final Supplier<UUID> ids;
    private final Map<String, ContactDao.AccountRow> known = new HashMap<>();
    private List<ContactDao.AccountRow> fresh = new ArrayList<>();

    Accounts(EngagementId engagement, List<ContactDao.AccountRow> known, Supplier<UUID> ids) {
        this.engagement = engagement;
        this.ids = ids;
        known.forEach(row -> this.known.put(key(row.name()), row));
    }

    /** A name as it is compared: compatibility characters, blanks and case apart. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The company of that name, new if need be. */
    ContactDao.AccountRow of(String name) {
        return known.computeIfAbsent(key(name), key -> {
            ContactDao.AccountRow row = new ContactDao.AccountRow(ids.get(), engagement, name);
            fresh.add(row);
            return row;
        });
    }

    /** Those that became known since the last call and must be written. */
    List<ContactDao.AccountRow> takeNew() {
        List<ContactDao.AccountRow> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }
}
