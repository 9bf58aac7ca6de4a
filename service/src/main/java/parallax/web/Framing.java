package parallax.web;

/** Content security policies of a page that shows another document of ours in a frame, and of that document. */
public final class Framing {

    /** The header. */
    public static final String POLICY = "Content-Security-Policy";

    /** Of the document in the frame: its own inline styles and nothing else; no script, no load, no way out of the frame. */
    public static final String FRAMED =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private Framing() {}

    /** Of the page around it: as everywhere, and frames of ours. */
    public static String holder() {
        return SecurityHeadersFilter.policy() + "; frame-src 'self'";
    }
}
