package parallax.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;

/**
 * Rows of one file, taken in their order, each over what is known by then. Holds of a file what tells its people apart,
 * never its rows: a file may be long. For one thread.
 */
public final class ContactBatch {

    private final ContactDao dao;
    private final Engagement engagement;
    private final Accounts accounts;
    private final SuppressionList stopped;
    private final ContactBatches.Writing writing;
    /** Key of a person to the row of the file that stands for it. */
    private final Map<String, Standing> standing = new HashMap<>();

    /** @param said fingerprint of what the row says */
    private record Standing(int row, int said) {}

    /**
     * A row of a file.
     *
     * @param texts by the names of {@link ContactFields#COLUMNS} and {@code segment.<name>}; "" takes a value away, what is
     *     absent says nothing
     */
    public record Line(int number, Map<String, String> texts) {

        public Line {
            texts = Map.copyOf(texts);
        }

        @Override
        public String toString() {
            return "Line " + number;
        }
    }

    ContactBatch(
            ContactDao dao,
            Engagement engagement,
            Accounts accounts,
            SuppressionList stopped,
            ContactBatches.Writing writing) {
        this.dao = dao;
        this.engagement = engagement;
        this.accounts = accounts;
        this.stopped = stopped;
        this.writing = writing;
    }

    /** Takes further rows, at best some hundred at once; writes them where that was asked for. One verdict a row, in order. */
    public List<Verdict> take(List<Line> lines) {
        Chunk chunk = new Chunk(known(lines));
        List<Verdict> verdicts = lines.stream().map(chunk::take).toList();
        chunk.write();
        return verdicts;
    }

    private Map<String, ContactRow> known(List<Line> lines) {
        Set<String> keys = new HashSet<>();
        for (Line line : lines) {
            String key = new ContactFields(line.texts(), (column, value, message, fix) -> {}).key();
            if (key != null) {
                keys.add(key);
            }
        }
        return KnownPeople.load(dao, engagement.id(), keys);
    }

    /** Rows looked up and written together. */
    private final class Chunk {

        private final Map<String, ContactRow> known;
        private final Map<UUID, ContactRow> created = new LinkedHashMap<>();
        private final Map<UUID, ContactRow> changed = new LinkedHashMap<>();

        Chunk(Map<String, ContactRow> known) {
            this.known = known;
        }

        Verdict take(Line line) {
            List<Wrong> wrong = new ArrayList<>();
            ContactFields fields = new ContactFields(
                    line.texts(), (column, value, message, fix) -> wrong.add(new Wrong(column, value, message, fix)));
            String key = fields.key();
            ContactRow before = key == null ? null : known.get(key);
            ContactData data = fields.over(before == null ? null : before.data(), engagement.languages());
            if (!wrong.isEmpty()) {
                return new Verdict(Verdict.Outcome.REJECTED, wrong, List.of());
            }
            if (stopped.holds(data)) {
                return Verdict.of(Verdict.Outcome.STOPPED);
            }
            Standing own = new Standing(line.number(), said(line.texts(), data));
            Standing first = standing.putIfAbsent(data.key(), own);
            return first == null ? keep(before, data) : repeated(first, own, line.texts());
        }

        private Verdict keep(@Nullable ContactRow before, ContactData typed) {
            ContactDao.AccountRow account = typed.account() == null ? null : accounts.of(typed.account());
            ContactData data = typed.withAccount(account == null ? null : account.name());
            UUID accountId = account == null ? null : account.id();
            if (before == null) {
                ContactRow.Identity identity =
                        new ContactRow.Identity(writing.ids().get(), engagement.id(), writing.importId(), 1);
                created.put(identity.id(), ContactRow.of(identity, data, accountId));
                return taken(Verdict.Outcome.READY, data);
            }
            if (before.data().equals(data)) {
                return Verdict.of(Verdict.Outcome.DUPLICATE);
            }
            changed.put(before.id(), ContactRow.of(before.identity(), data, accountId));
            return taken(Verdict.Outcome.UPDATED, data);
        }

        void write() {
            UUID importId = writing.importId();
            if (importId != null) {
                dao.insertAccounts(accounts.takeNew());
                dao.insert(List.copyOf(created.values()));
                if (!changed.isEmpty()) {
                    dao.keepBefore(importId, List.copyOf(changed.keySet()));
                    dao.update(List.copyOf(changed.values()));
                }
            }
        }
    }

    private static Verdict taken(Verdict.Outcome outcome, ContactData data) {
        return new Verdict(outcome, List.of(), RoleAddress.warnings(data.email()));
    }

    private static Verdict repeated(Standing first, Standing own, Map<String, String> texts) {
        if (first.said() == own.said()) {
            return Verdict.of(Verdict.Outcome.DUPLICATE);
        }
        String column = texts.getOrDefault("email", "").isEmpty() ? "phone" : "email";
        Wrong wrong = new Wrong(
                column,
                texts.get(column),
                "the same person as in row %d, which stands; this row says something else and was left out"
                        .formatted(first.row()),
                "keep one of the two rows");
        return new Verdict(Verdict.Outcome.DUPLICATE, List.of(wrong), List.of());
    }

    /** What a row says of a person, whatever its spelling of address and company. */
    private static int said(Map<String, String> texts, ContactData data) {
        Map<String, String> normal = new TreeMap<>(texts);
        normal.replace("email", String.valueOf(data.emailKey()));
        String account = data.account();
        if (account != null) {
            normal.replace("account", Accounts.key(account));
        }
        normal.replace("audience", String.valueOf(data.audience()));
        normal.replace("language", data.language());
        return normal.hashCode();
    }
}
