package parallax.web;

/** Credentials that were sent and are wrong; says which kind is asked for. */
public final class CredentialsRefusedException extends RefusedException {

    private final String challenge;

    /** @param challenge for {@code WWW-Authenticate}, such as {@code Basic realm="Parallax"} */
    public CredentialsRefusedException(String detail, String challenge) {
        super(ProblemType.NOT_SIGNED_IN, detail);
        this.challenge = challenge;
    }

    String challenge() {
        return challenge;
    }
}
