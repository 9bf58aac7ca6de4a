package parallax.fieldwork;

import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.PageContext;

/** One mail, as it would be read. */
public final class MailPage extends WavePage {

    private final MailList.Item mail;

    MailPage(PageContext context, Engagement engagement, Wave wave, MailList.Item mail) {
        super("/templates/fieldwork/mail.ftlh", context, engagement, wave);
        this.mail = mail;
    }

    public OutboxPage.Line getLine() {
        return OutboxPage.Line.of(mail);
    }
}
