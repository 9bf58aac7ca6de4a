package parallax.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named by a customer. toString tells the id only.
 *
 * @param invitationId of who named them
 * @param person who named them
 */
public record ReferralRow(
        UUID id,
        UUID invitationId,
        UUID contactId,
        String name,
        String email,
        @Nullable String person,
        @Nullable String personEmail,
        @Nullable String account) {

    @Override
    public String toString() {
        return "Referral " + id;
    }
}
