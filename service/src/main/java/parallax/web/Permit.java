package parallax.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an endpoint. Every endpoint carries it; without it a request is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permit {

    Who value();

    /** The callers that are let in. */
    enum Who {
        /** No sign-in: respondents, the sign-in page, assets. */
        ANYONE,
        /** Everybody who is signed in, readers too: their own sessions and tokens. */
        SIGNED_IN,
        /** Owner and consultants. */
        STAFF,
        OWNER;

        boolean lets(Role role) {
            return switch (this) {
                case ANYONE, SIGNED_IN -> true;
                case STAFF -> role.isStaff();
                case OWNER -> role == Role.OWNER;
            };
        }
    }
}
