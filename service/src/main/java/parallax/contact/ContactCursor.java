package parallax.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** Where a slice of the list of people ended. */
record ContactCursor(String audience, String name, UUID id) {

    private static final ContactCursor START = new ContactCursor("", "", new UUID(0, 0));

    static ContactCursor of(ContactView contact) {
        String name = contact.name();
        return new ContactCursor(contact.audience(), name == null ? "" : name, contact.id());
    }

    /** @throws RefusedException INVALID */
    static ContactCursor read(@Nullable String cursor) {
        return cursor == null
                ? START
                : Slice.after(cursor).map(key -> ofKey(key, cursor)).orElse(START);
    }

    private static ContactCursor ofKey(String key, String cursor) {
        String[] parts = key.split("\n", -1);
        if (parts.length == 3) {
            try {
                return new ContactCursor(parts[0], parts[1], UUID.fromString(parts[2]));
            } catch (IllegalArgumentException e) {
                throw Slice.wrongCursor(cursor);
            }
        }
        throw Slice.wrongCursor(cursor);
    }

    String key() {
        return audience + "\n" + name + "\n" + id;
    }
}
