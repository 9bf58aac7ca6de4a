package parallax.contact;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;

/** A person as it lies in the database; {@code segments} is a JSON object, {@code account} the account's name. */
public record ContactRow(
        UUID id,
        EngagementId engagementId,
        @Nullable UUID importId,
        Audience audience,
        @Nullable String email,
        @Nullable String emailKey,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String salutation,
        @Nullable String role,
        String language,
        @Nullable UUID accountId,
        @Nullable String account,
        @Nullable String accountOwner,
        @Nullable String timeZone,
        String segments,
        int version,
        boolean phoneWrong) {

    ContactData data() {
        return new ContactData(
                audience,
                email,
                emailKey,
                phone,
                name,
                salutation,
                role,
                language,
                account,
                accountOwner,
                timeZone,
                SegmentsJson.read(segments));
    }

    /** The person of an id with what is known of it now; the version is the one of the change. */
    static ContactRow of(Identity identity, ContactData data, @Nullable UUID accountId) {
        return new ContactRow(
                identity.id(),
                identity.engagementId(),
                identity.importId(),
                Objects.requireNonNull(data.audience()),
                data.email(),
                data.emailKey(),
                data.phone(),
                data.name(),
                data.salutation(),
                data.role(),
                data.language(),
                accountId,
                data.account(),
                data.accountOwner(),
                data.timeZone(),
                SegmentsJson.write(data.segments()),
                identity.version(),
                false);
    }

    /** What of a person no file changes. */
    record Identity(
            UUID id, EngagementId engagementId, @Nullable UUID importId, int version) {}

    Identity identity() {
        return new Identity(id, engagementId, importId, version);
    }

    ContactService.Contact toContact() {
        return new ContactService.Contact(
                id,
                engagementId,
                audience,
                email,
                phone,
                name,
                salutation,
                language,
                account,
                timeZone,
                SegmentsJson.read(segments));
    }

    @Override
    public String toString() {
        return "Contact " + id;
    }
}
