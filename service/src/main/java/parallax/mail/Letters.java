package parallax.mail;

import java.util.Optional;

/** Knows whom a mail is for and what it says; written anew for every try and every look, never stored. */
public interface Letters {

    /** The letter of a mail; empty when its addressee is gone. */
    Optional<Letter> write(OutboxMail mail);

    /** The receiving server said for good that there is no such address. */
    void addressRefused(OutboxMail mail);
}
