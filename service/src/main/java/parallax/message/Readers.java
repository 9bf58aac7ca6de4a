package parallax.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parallax.questionnaire.Audience;

/** Whom a text speaks to: customers or the client's own people. */
public enum Readers {
    CUSTOMER("Customers"),
    TEAM("Teams");

    private final String title;

    Readers(String title) {
        this.title = title;
    }

    public static Readers of(Audience audience) {
        return audience.isTeam() ? TEAM : CUSTOMER;
    }

    /** The audience a preview speaks to. */
    Audience example() {
        return this == CUSTOMER ? Audience.CUSTOMER : Audience.SALES;
    }

    boolean areAskedBy(Set<Audience> audiences) {
        return audiences.stream().anyMatch(audience -> of(audience) == this);
    }

    String title() {
        return title;
    }

    /** {@code customer} or {@code team}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Readers> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
