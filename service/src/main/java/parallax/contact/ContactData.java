package parallax.contact;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/** What is known of a person. toString tells nothing. */
record ContactData(
        @Nullable Audience audience,
        @Nullable String email,
        @Nullable String emailKey,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String salutation,
        @Nullable String role,
        String language,
        @Nullable String account,
        @Nullable String accountOwner,
        @Nullable String timeZone,
        Map<String, String> segments) {

    /** Begins the key of a person without a mail address. */
    static final String PHONE = "tel:";

    ContactData {
        segments = Map.copyOf(segments);
    }

    static ContactData unknown(String language) {
        return new ContactData(null, null, null, null, null, null, null, language, null, null, null, Map.of());
    }

    /** Tells people of an engagement apart: the mail address, or the digits of the phone number where there is none. */
    String key() {
        return emailKey != null ? emailKey : Objects.requireNonNull(phoneKey(phone == null ? "" : phone));
    }

    /** Null for a text without digits. */
    static @Nullable String phoneKey(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : PHONE + digits;
    }

    ContactData withAccount(@Nullable String name) {
        return new ContactData(
                audience,
                email,
                emailKey,
                phone,
                this.name,
                salutation,
                role,
                language,
                name,
                accountOwner,
                timeZone,
                segments);
    }

    @Override
    public String toString() {
        return "ContactData";
    }
}
