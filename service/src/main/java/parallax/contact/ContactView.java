package parallax.contact;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the API shows it.
 *
 * @param phoneWrong true once an interviewer found somebody else at that number; null otherwise
 * @param version its ETag
 */
record ContactView(
        UUID id,
        String audience,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String salutation,
        @Nullable String role,
        String language,
        @Nullable String account,
        @Nullable String accountOwner,
        @Nullable String timeZone,
        Map<String, String> segments,
        @Nullable Boolean phoneWrong,
        int version) {

    static ContactView from(ContactRow row) {
        return new ContactView(
                row.id(),
                row.audience().code(),
                row.email(),
                row.phone(),
                row.name(),
                row.salutation(),
                row.role(),
                row.language(),
                row.account(),
                row.accountOwner(),
                row.timeZone(),
                new TreeMap<>(SegmentsJson.read(row.segments())),
                row.phoneWrong() ? true : null,
                row.version());
    }

    @Override
    public String toString() {
        return "Contact " + id;
    }
}
