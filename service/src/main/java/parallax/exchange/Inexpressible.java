package parallax.exchange;

/** A condition that cannot be said exactly; the message says why, as the end of a sentence. */
final class Inexpressible extends Exception {

    private static final long serialVersionUID = 1;

    Inexpressible(String why) {
        super(why);
    }
}
