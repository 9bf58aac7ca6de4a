package parallax.contact;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** People of an engagement. */
public final class ContactService {

    private final Jdbi field;
    private final KeyFiles keys;

    /** @param field the login that sees people */
    public ContactService(Jdbi field, KeyFiles keys) {
        this.field = field;
        this.keys = keys;
    }

    /** Who would be invited: contacts of these audiences with a mail address, not suppressed; no order implied. */
    public List<Contact> listInvitable(EngagementId engagement, Set<Audience> audiences) {
        return field.withExtension(ContactDao.class, dao -> {
            SuppressionList suppressed = new SuppressionList(keys, dao.listSuppressed(engagement));
            return dao.listReachable(engagement, List.copyOf(audiences)).stream()
                    .filter(row -> !suppressed.holds(row.emailKey()))
                    .map(ContactRow::toContact)
                    .toList();
        });
    }

    /**
     * A contact by id, for the mail that is being written.
     *
     * @throws RefusedException NOT_FOUND
     */
    public Contact require(UUID contact) {
        return requireRow(contact).toContact();
    }

    private ContactRow requireRow(UUID contact) {
        return field.withExtension(ContactDao.class, dao -> dao.find(contact))
                .orElseThrow(() -> new RefusedException(ProblemType.NOT_FOUND, "There is no contact of that id."));
    }

    /** Contacts by audience; 0 where there are none. */
    public Map<Audience, Integer> count(EngagementId engagement) {
        Map<Audience, Integer> counts = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            counts.put(audience, 0);
        }
        field.useExtension(
                ContactDao.class,
                dao -> dao.count(engagement).forEach(row -> counts.put(row.audience(), row.people())));
        return counts;
    }

    /** Remembers, in the caller's transaction, that a person's phone number is somebody else's. */
    public void markPhoneWrong(Handle handle, UUID contact) {
        handle.attach(ContactDao.class).markPhoneWrong(contact);
    }

    /** No more mail for that address and client, at once. */
    public void suppress(UUID contact) {
        ContactRow row = requireRow(contact);
        String key = row.emailKey();
        if (key != null) {
            byte[] hash = keys.addressHash(key);
            field.useExtension(ContactDao.class, dao -> dao.suppress(hash, row.engagementId()));
        }
    }

    public boolean isSuppressed(UUID contact) {
        ContactRow row = requireRow(contact);
        String key = row.emailKey();
        return key != null
                && field.withExtension(
                        ContactDao.class, dao -> dao.isSuppressed(keys.addressHash(key), row.engagementId()));
    }

    /**
     * Deletes people, with the accounts that only they had: whoever was invited, once all waves they were invited to are
     * closed since a moment; whoever never was, once all waves of the engagement are, unless their list is newer.
     *
     * @return how many people
     */
    public int forget(Instant before) {
        int forgotten = 0;
        for (EngagementId engagement : field.onDemand(ContactDao.class).listWithPeopleAndWaveClosedBefore(before)) {
            forgotten += field.inTransaction(handle -> {
                ContactDao dao = handle.attach(ContactDao.class);
                // an import that runs may be about to use an account that is empty now
                dao.lock(engagement.toString());
                int people = dao.deleteInvitedBefore(engagement, before) + dao.deleteNeverInvited(engagement, before);
                if (people > 0) {
                    dao.deleteEmptyAccounts(engagement);
                    dao.deleteEmptyImports(engagement, before);
                }
                return people;
            });
        }
        return forgotten;
    }

    /** Deletes what the reports of imports made until a moment quote of their files. */
    public void forgetReports(Instant before) {
        field.useExtension(ContactDao.class, dao -> dao.forgetReports(before));
    }

    /** A person. toString tells the id only. */
    public record Contact(
            UUID id,
            EngagementId engagement,
            Audience audience,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String salutation,
            String language,
            @Nullable String account,
            @Nullable String timeZone,
            Map<String, String> segments) {

        public Contact {
            segments = Map.copyOf(segments);
        }

        @Override
        public String toString() {
            return "Contact " + id;
        }
    }
}
