package parallax.contact;

import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;
import parallax.study.Engagement;
import parallax.study.EngagementId;

/** Where files of people are taken in, and taken back; always within the caller's transaction. */
public final class ContactBatches {

    private final KeyFiles keys;
    private final Supplier<UUID> ids;

    /** Whether rows are written, and as part of which import; null: they are only looked at. */
    record Writing(@Nullable UUID importId, Supplier<UUID> ids) {}

    ContactBatches(KeyFiles keys, Supplier<UUID> ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** Looks at rows; writes nothing. */
    public ContactBatch look(Handle handle, Engagement engagement) {
        return open(handle.attach(ContactDao.class), engagement, null);
    }

    /**
     * Writes rows as part of an import, which exists already. Until the transaction ends nothing else changes these people.
     */
    public ContactBatch write(Handle handle, Engagement engagement, UUID importId) {
        ContactDao dao = handle.attach(ContactDao.class);
        dao.lock(engagement.id().toString());
        return open(dao, engagement, importId);
    }

    private ContactBatch open(ContactDao dao, Engagement engagement, @Nullable UUID importId) {
        EngagementId id = engagement.id();
        return new ContactBatch(
                dao,
                engagement,
                new Accounts(id, dao.listAccounts(id), ids),
                new SuppressionList(keys, dao.listSuppressed(id)),
                new Writing(importId, ids));
    }

    /** Lets one change of an engagement's people after the other, until the transaction ends. */
    public void lock(Handle handle, EngagementId engagement) {
        handle.attach(ContactDao.class).lock(engagement.toString());
    }

    /**
     * Takes people away again that an import brought, and gives those back that it changed, unless somebody changed them
     * since. Companies that nobody belongs to any more go, too.
     */
    public TakenBack takeBack(Handle handle, EngagementId engagement, UUID importId) {
        ContactDao dao = handle.attach(ContactDao.class);
        int restored = dao.restoreBefore(importId);
        int removed = dao.deleteContactsOfImport(importId);
        dao.forgetBefore(importId);
        dao.deleteEmptyAccounts(engagement);
        return new TakenBack(removed, restored);
    }

    /** How many people went, and how many are again as they were. */
    public record TakenBack(int removed, int restored) {}
}
