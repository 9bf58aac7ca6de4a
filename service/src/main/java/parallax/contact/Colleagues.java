package parallax.contact;

import java.util.List;
import java.util.UUID;
import parallax.keys.KeyFiles;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Adds people whom customers named. */
final class Colleagues {

    private final KeyFiles keys;

    Colleagues(KeyFiles keys) {
        this.keys = keys;
    }

    UUID add(ContactDao dao, UUID customer, String name, String email) {
        ContactRow like = dao.find(customer)
                .orElseThrow(() -> new RefusedException(ProblemType.NOT_FOUND, "There is no contact of that id."));
        dao.lock(like.engagementId().toString());
        MailAddress address = address(email);
        if (dao.isSuppressed(keys.addressHash(address.key()), like.engagementId())) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "Whoever has this address asked for no more mail. Dismiss the referral.");
        }
        if (!dao.listByKeys(like.engagementId(), List.of(address.key()), List.of())
                .isEmpty()) {
            throw new RefusedException(
                    ProblemType.CONFLICT,
                    "Somebody with this address is a contact of this engagement already. Dismiss the referral.");
        }
        ContactData data = new ContactData(
                like.audience(),
                address.text(),
                address.key(),
                null,
                name,
                null,
                null,
                like.language(),
                like.account(),
                like.accountOwner(),
                like.timeZone(),
                SegmentsJson.read(like.segments()));
        UUID id = UUID.randomUUID();
        dao.insert(List.of(
                ContactRow.of(new ContactRow.Identity(id, like.engagementId(), null, 1), data, like.accountId())));
        return id;
    }

    private static MailAddress address(String email) {
        try {
            return MailAddress.of(email);
        } catch (IllegalArgumentException e) {
            String fault =
                    "No mail goes to this address: %s. Dismiss the referral, or import the person with the right one."
                            .formatted(e.getMessage());
            throw new RefusedException(ProblemType.INVALID, fault, List.of(InputError.field("email", email, fault)));
        }
    }
}
