package parallax.contact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** People of an engagement. */
public final class ContactService {

    private final Jdbi field;
    private final EngagementService engagements;
    private final KeyFiles keys;

    /** @param field the login that sees people */
    public ContactService(Jdbi field, EngagementService engagements, KeyFiles keys) {
        this.field = field;
        this.engagements = engagements;
        this.keys = keys;
    }

    /** Who would be invited: contacts of these audiences with a mail address, not suppressed; no order implied. */
    public List<Contact> listInvitable(EngagementId engagement, Set<Audience> audiences) {
        return listInvitable(
                engagement, audiences, engagements.require(engagement).client());
    }

    List<Contact> listInvitable(EngagementId engagement, Set<Audience> audiences, String client) {
        return field.withExtension(ContactDao.class, dao -> {
            SuppressionList suppressed = new SuppressionList(keys, dao.listSuppressed(client));
            return dao.listWithEmail(engagement, List.copyOf(audiences)).stream()
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

    /** No more mail for that address and client, at once. */
    public void suppress(UUID contact) {
        ContactRow row = requireRow(contact);
        suppress(contact, engagements.require(row.engagementId()).client());
    }

    void suppress(UUID contact, String client) {
        ContactRow row = requireRow(contact);
        String key = row.emailKey();
        if (key != null) {
            byte[] hash = keys.addressHash(key);
            field.useExtension(ContactDao.class, dao -> dao.suppress(hash, row.engagementId(), client));
        }
    }

    public boolean isSuppressed(UUID contact) {
        ContactRow row = requireRow(contact);
        return isSuppressed(contact, engagements.require(row.engagementId()).client());
    }

    boolean isSuppressed(UUID contact, String client) {
        String key = requireRow(contact).emailKey();
        return field.withExtension(
                ContactDao.class, dao -> new SuppressionList(keys, dao.listSuppressed(client)).holds(key));
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
