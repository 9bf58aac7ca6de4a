package parallax.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return listReachable(engagement, audiences).invitable();
    }

    /** Contacts of these audiences with a mail address, or as customers a phone number; those who stopped mails are counted. */
    public Reachable listReachable(EngagementId engagement, Set<Audience> audiences) {
        return field.withExtension(ContactDao.class, dao -> {
            SuppressionList suppressed = new SuppressionList(keys, dao.listSuppressed(engagement));
            List<Contact> invitable = new ArrayList<>();
            Map<Audience, Integer> stopped = new EnumMap<>(Audience.class);
            for (ContactRow row : dao.listReachable(engagement, List.copyOf(audiences))) {
                if (suppressed.holds(row.data())) {
                    stopped.merge(row.audience(), 1, Integer::sum);
                } else {
                    invitable.add(row.toContact());
                }
            }
            return new Reachable(invitable, stopped);
        });
    }

    /**
     * Segment combinations that fewer than a minimum have among those who would be invited, and how to coarsen them; one
     * for each audience that has segments.
     *
     * @param invited as {@link #listInvitable} tells
     * @param minimums fewest people of a combination, by audience
     */
    public static SortedMap<Audience, Coarsening> coarsenings(List<Contact> invited, Map<Audience, Integer> minimums) {
        SortedMap<Audience, Coarsening> found = new TreeMap<>();
        minimums.forEach((audience, minimum) -> {
            List<Map<String, String>> segments = invited.stream()
                    .filter(contact -> contact.audience() == audience)
                    .map(Contact::segments)
                    .toList();
            if (segments.stream().anyMatch(values -> !values.isEmpty())) {
                found.put(audience, Coarsening.of(segments, minimum));
            }
        });
        return found;
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

    /**
     * Adds somebody whom a customer named, in the caller's transaction: with account, account owner, segments, language and time
     * zone of that customer, as a customer.
     *
     * @return the id of the new contact
     * @throws RefusedException NOT_FOUND for the customer; INVALID for an address that no mail goes to; CONFLICT when it belongs to
     *     a contact of the engagement, or asked for no more mail
     */
    public UUID addColleague(Handle handle, UUID customer, String name, String email) {
        return new Colleagues(keys).add(handle.attach(ContactDao.class), customer, name, email);
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

    /** No more mail for that address and client, at once; of somebody without a mail address, no more calls. */
    public void suppress(UUID contact) {
        ContactRow row = requireRow(contact);
        field.useHandle(handle -> suppress(handle, row));
    }

    /** The same within a transaction that is about to delete the person. */
    void suppress(Handle handle, UUID contact) {
        handle.attach(ContactDao.class).find(contact).ifPresent(row -> suppress(handle, row));
    }

    private void suppress(Handle handle, ContactRow row) {
        handle.attach(ContactDao.class).suppress(keys.addressHash(row.data().key()), row.engagementId());
    }

    public boolean isSuppressed(UUID contact) {
        ContactRow row = requireRow(contact);
        byte[] hash = keys.addressHash(row.data().key());
        return field.withExtension(ContactDao.class, dao -> dao.isSuppressed(hash, row.engagementId()));
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

    /**
     * Who can be asked.
     *
     * @param invitable in no order
     * @param stopped how many of an audience asked for no more mails
     */
    public record Reachable(List<Contact> invitable, Map<Audience, Integer> stopped) {

        public Reachable {
            invitable = List.copyOf(invitable);
            stopped = Map.copyOf(stopped);
        }
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
