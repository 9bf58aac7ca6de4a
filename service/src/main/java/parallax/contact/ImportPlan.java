package parallax.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.EngagementId;

/** What a file of people would change: rows are taken one after the other, each over what is known by then. */
final class ImportPlan {

    private final Engagement engagement;
    private final SuppressionList suppressed;
    private final Supplier<UUID> ids;
    private final @Nullable UUID importId;
    private final Map<String, ContactRow> known = new HashMap<>();
    private final Map<String, ContactDao.AccountRow> accounts = new HashMap<>();
    private final List<ContactDao.AccountRow> newAccounts = new ArrayList<>();
    private final Map<UUID, ContactRow> created = new LinkedHashMap<>();
    private final Map<UUID, ContactRow> changed = new LinkedHashMap<>();
    /** Key of a person to the row of the file that stands for it. */
    private final Map<String, Integer> standing = new HashMap<>();

    private int updated;
    private int duplicates;

    /** What is there before. */
    record Before(List<ContactRow> contacts, List<ContactDao.AccountRow> accounts, SuppressionList suppressed) {}

    ImportPlan(Engagement engagement, Before before, Supplier<UUID> ids, @Nullable UUID importId) {
        this.engagement = engagement;
        this.suppressed = before.suppressed();
        this.ids = ids;
        this.importId = importId;
        before.contacts().forEach(row -> known.put(row.data().key(), row));
        before.accounts().forEach(row -> accounts.put(accountKey(row.name()), row));
    }

    /** Two spellings of one company must not pass for two companies. */
    static String accountKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * What became of a row.
     *
     * @param wrong why it was rejected; empty otherwise
     * @param repeated why it was left out: an earlier row says something else of the same person; null otherwise
     */
    record Taken(List<ContactTable.Wrong> wrong, ContactTable.@Nullable Wrong repeated) {}

    /** Takes one row. Of two rows of one person in a file the first stands. */
    Taken take(int number, Map<String, String> texts) {
        List<ContactTable.Wrong> wrong = new ArrayList<>();
        ContactFields fields = new ContactFields(
                texts, (column, value, message) -> wrong.add(new ContactTable.Wrong(column, value, message)));
        String key = fields.key();
        ContactRow before = key == null ? null : known.get(key);
        ContactData data = fields.over(before == null ? null : before.data(), engagement.languages());
        if (suppressed.holds(data.emailKey())) {
            wrong.add(new ContactTable.Wrong(
                    "email", data.email(), "this person asked not to be mailed for %s".formatted(engagement.client())));
        }
        if (!wrong.isEmpty()) {
            return new Taken(wrong, null);
        }
        Integer first = standing.putIfAbsent(data.key(), number);
        if (first != null && before != null) {
            duplicates++;
            return new Taken(List.of(), same(before.data(), data) ? null : repeated(first, texts));
        }
        keep(before, data);
        return new Taken(List.of(), null);
    }

    private static boolean same(ContactData one, ContactData other) {
        String account = one.account();
        String typed = other.account();
        boolean sameAccount =
                account != null && typed != null && accountKey(account).equals(accountKey(typed));
        return one.equals(sameAccount ? other.withAccount(account) : other);
    }

    private static ContactTable.Wrong repeated(int first, Map<String, String> texts) {
        String column = texts.getOrDefault("email", "").isEmpty() ? "phone" : "email";
        return new ContactTable.Wrong(
                column,
                texts.get(column),
                "the same person as in row %d, which stands; this row says something else and was left out"
                        .formatted(first));
    }

    private void keep(@Nullable ContactRow before, ContactData typed) {
        ContactDao.AccountRow account = typed.account() == null ? null : account(typed.account());
        ContactData data = typed.withAccount(account == null ? null : account.name());
        UUID accountId = account == null ? null : account.id();
        if (before == null) {
            ContactRow row =
                    ContactRow.of(new ContactRow.Identity(ids.get(), engagement.id(), importId, 1), data, accountId);
            created.put(row.id(), row);
            known.put(data.key(), row);
        } else if (before.data().equals(data)) {
            duplicates++;
        } else {
            updated++;
            ContactRow row = ContactRow.of(before.identity(), data, accountId);
            changed.put(row.id(), row);
            known.put(data.key(), row);
        }
    }

    private ContactDao.AccountRow account(String name) {
        return accounts.computeIfAbsent(accountKey(name), key -> {
            EngagementId id = engagement.id();
            ContactDao.AccountRow row = new ContactDao.AccountRow(ids.get(), id, name);
            newAccounts.add(row);
            return row;
        });
    }

    List<ContactDao.AccountRow> newAccounts() {
        return newAccounts;
    }

    List<ContactRow> created() {
        return List.copyOf(created.values());
    }

    List<ContactRow> changed() {
        return List.copyOf(changed.values());
    }

    int updated() {
        return updated;
    }

    int duplicates() {
        return duplicates;
    }
}
