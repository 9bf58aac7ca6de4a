package parallax.fieldwork;

import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** One mail, as it would be read. */
public final class MailPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final MailList.Item mail;

    MailPage(PageContext context, Engagement engagement, Wave wave, MailList.Item mail) {
        super("/templates/fieldwork/mail.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.mail = mail;
    }

    public String getWaveName() {
        return wave.name();
    }

    public String getWaveUrl() {
        return "/waves/" + wave.id();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    public String getEngagementUrl() {
        return "/engagements/" + engagement.id();
    }

    public OutboxPage.Line getLine() {
        return OutboxPage.Line.of(mail);
    }
}
