package parallax.fieldwork;

import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.Page;
import parallax.web.PageContext;

/** What reminding means, before it is done. How many it would reach is not told: that would tell who has answered. */
public final class ReminderPage extends Page {

    private final Engagement engagement;
    private final Wave wave;

    ReminderPage(PageContext context, Engagement engagement, Wave wave) {
        super("/templates/fieldwork/reminder.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
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

    public boolean isOpen() {
        return wave.state() == WaveState.OPEN;
    }
}
