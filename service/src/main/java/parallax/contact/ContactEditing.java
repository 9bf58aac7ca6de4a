package parallax.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;
import parallax.web.Versions;

/** The list of people, and changes of single ones. */
final class ContactEditing {

    private final Jdbi field;
    private final EngagementService engagements;
    private final Audit audit;
    private final Supplier<UUID> ids;
    private final List<Departure> departures = new CopyOnWriteArrayList<>();

    ContactEditing(Jdbi field, EngagementService engagements, Audit audit, Supplier<UUID> ids) {
        this.field = field;
        this.engagements = engagements;
        this.audit = audit;
        this.ids = ids;
    }

    void add(Departure departure) {
        departures.add(departure);
    }

    /** @throws RefusedException NOT_FOUND */
    Engagement requireEngagement(EngagementId id) {
        return engagements.require(id);
    }

    /**
     * A slice of an engagement's people, by audience and name.
     *
     * @param limit 1 to 200
     * @throws RefusedException NOT_FOUND; INVALID for a cursor that is none
     */
    Slice<ContactView> list(EngagementId engagement, int limit, @Nullable String after) {
        engagements.require(engagement);
        ContactCursor from = ContactCursor.read(after);
        List<ContactView> people = field
                .withExtension(
                        ContactDao.class,
                        dao -> dao.listAfter(engagement, from.audience(), from.name(), from.id(), limit + 1))
                .stream()
                .map(ContactView::from)
                .toList();
        return Slice.of(people, limit, contact -> ContactCursor.of(contact).key());
    }

    /**
     * Changes what a JSON object names (RFC 7396: null takes away).
     *
     * @param ifMatch entity tag of the version the caller has seen; null: any
     * @throws RefusedException NOT_FOUND; INVALID; CHANGED_MEANWHILE; CONFLICT when another person has that address
     */
    ContactView change(Caller caller, UUID id, JsonNode patch, @Nullable String ifMatch) {
        EngagementId engagement = requireEngagementOf(id);
        ContactView view = change(engagements.require(engagement), id, patch, ifMatch);
        audit.record(caller, "contact.change", id.toString());
        return view;
    }

    ContactView change(Engagement engagement, UUID id, JsonNode patch, @Nullable String ifMatch) {
        Map<String, String> texts = ContactPatch.texts(patch);
        return field.inTransaction(handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            dao.lock(engagement.id().toString());
            ContactRow before = dao.find(id).orElseThrow(ContactEditing::unknown);
            Versions.requireMatch(ifMatch, before.version());
            List<InputError> wrong = new ArrayList<>();
            ContactFields fields = new ContactFields(
                    texts,
                    (column, value, message, fix) -> wrong.add(InputError.field(pointer(column), value, message)));
            ContactData data = fields.over(before.data(), engagement.languages());
            if (!wrong.isEmpty()) {
                throw new RefusedException(ProblemType.INVALID, "The contact was not changed.", wrong);
            }
            if (!data.key().equals(before.data().key())) {
                requireFree(dao, engagement.id(), data.key());
            }
            dao.update(List.of(ContactRow.of(before.identity(), data, accountId(dao, engagement.id(), data))));
            return ContactView.from(dao.find(id).orElseThrow(ContactEditing::unknown));
        });
    }

    private static void requireFree(ContactDao dao, EngagementId engagement, String key) {
        if (!KnownPeople.load(dao, engagement, List.of(key)).isEmpty()) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "Another contact of this engagement has that address already.");
        }
    }

    private @Nullable UUID accountId(ContactDao dao, EngagementId engagement, ContactData data) {
        String name = data.account();
        if (name == null) {
            return null;
        }
        Accounts accounts = new Accounts(engagement, dao.listAccounts(engagement), ids);
        UUID id = accounts.of(name).id();
        dao.insertAccounts(accounts.takeNew());
        return id;
    }

    /**
     * Removes a person, with its invitations and mails.
     *
     * @param ifMatch entity tag of the version the caller has seen; null: any
     * @param asked whether the person asked to be deleted: then the address is never taken in again
     * @return the engagement the person belonged to
     * @throws RefusedException NOT_FOUND; CHANGED_MEANWHILE
     */
    EngagementId remove(Caller caller, UUID id, @Nullable String ifMatch, boolean asked) {
        EngagementId engagement = field.inTransaction(handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            ContactRow row = dao.find(id).orElseThrow(ContactEditing::unknown);
            dao.lock(row.engagementId().toString());
            Versions.requireMatch(ifMatch, row.version());
            departures.forEach(departure -> departure.leaves(handle, id, asked));
            dao.delete(id);
            dao.deleteEmptyAccounts(row.engagementId());
            return row.engagementId();
        });
        audit.record(caller, asked ? "contact.remove_as_asked" : "contact.remove", id.toString());
        return engagement;
    }

    /**
     * Removes a person of one engagement.
     *
     * @throws RefusedException NOT_FOUND, also for a person of another engagement
     */
    void removeFrom(Caller caller, EngagementId engagement, UUID id, boolean asked) {
        if (!requireEngagementOf(id).equals(engagement)) {
            throw unknown();
        }
        remove(caller, id, null, asked);
    }

    /**
     * A person of one engagement.
     *
     * @throws RefusedException NOT_FOUND, also for a person of another engagement
     */
    ContactView require(EngagementId engagement, UUID id) {
        return field.withExtension(ContactDao.class, dao -> dao.find(id))
                .filter(row -> row.engagementId().equals(engagement))
                .map(ContactView::from)
                .orElseThrow(ContactEditing::unknown);
    }

    private EngagementId requireEngagementOf(UUID id) {
        return field.withExtension(ContactDao.class, dao -> dao.find(id))
                .orElseThrow(ContactEditing::unknown)
                .engagementId();
    }

    private static RefusedException unknown() {
        return new RefusedException(ProblemType.NOT_FOUND, "There is no contact of that id.");
    }

    static String pointer(String column) {
        return column.startsWith(ContactFields.SEGMENT)
                ? "/segments/" + column.substring(ContactFields.SEGMENT.length())
                : "/" + column;
    }
}
