package parallax.mail;

/** No mail server is set: every mail is accepted and only shown in the workspace. */
final class ShownTransport implements MailTransport {

    static final Outcome SHOWN = new Outcome(Outcome.Kind.ACCEPTED, MailFeature.SHOWN_REPLY);

    @Override
    public Line open() {
        return new Line() {
            @Override
            public Outcome send(WrittenMail mail) {
                return SHOWN;
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    @Override
    public boolean leavesTheHouse() {
        return false;
    }
}
