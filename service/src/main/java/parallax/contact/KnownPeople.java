package parallax.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parallax.study.EngagementId;

/** People of an engagement by what tells them apart. */
final class KnownPeople {

    private KnownPeople() {}

    /** Those whose key ({@link ContactData#key}) is among these. */
    static Map<String, ContactRow> load(ContactDao dao, EngagementId engagement, Collection<String> keys) {
        List<String> emails = new ArrayList<>();
        List<String> digits = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith(ContactData.PHONE)) {
                digits.add(key.substring(ContactData.PHONE.length()));
            } else {
                emails.add(key);
            }
        }
        Map<String, ContactRow> known = new HashMap<>();
        dao.listByKeys(engagement, emails, digits)
                .forEach(row -> known.put(row.data().key(), row));
        return known;
    }
}
