package parallax.app;

/** A setting with which the service cannot run; the message tells the operator which, and what to do. */
final class UnusableSettingException extends RuntimeException {

    UnusableSettingException(String message) {
        super(message);
    }
}
