package parallax.mail;

/** An address that is not exactly one plain mail address. The message does not repeat it. */
public final class InvalidAddressException extends IllegalArgumentException {

    InvalidAddressException() {
        super("that is not one plain mail address");
    }
}
