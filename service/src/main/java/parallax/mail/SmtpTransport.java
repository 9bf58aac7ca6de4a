package parallax.mail;

/** Real SMTP; a connection is kept for the mails of one line. */
final class SmtpTransport implements MailTransport {

    private final SmtpSettings settings;

    SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean leavesTheHouse() {
        return true;
    }

    @Override
    public Line open() {
        return new SmtpLine(settings);
    }
}
