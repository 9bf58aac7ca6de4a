package parallax.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named as the right person, not written to yet.
 *
 * @param account of who named them; null: none
 * @param namedBy contact that named them. Nothing else is told of that person: neither whether nor when they answered
 */
@Schema(name = "Referral")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralLine(
        UUID id, String name, String email, @Nullable String account, UUID namedBy) {

    static ReferralLine of(ReferralRow row) {
        return new ReferralLine(row.id(), row.name(), row.email(), row.account(), row.contactId());
    }

    @Override
    public String toString() {
        return "Referral " + id;
    }
}
