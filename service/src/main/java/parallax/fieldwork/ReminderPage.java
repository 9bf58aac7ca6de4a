package parallax.fieldwork;

import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.PageContext;

/** What reminding means, before it is done. How many it would reach is not told: that would tell who has answered. */
public final class ReminderPage extends WavePage {

    private final boolean remindable;

    ReminderPage(PageContext context, Engagement engagement, Wave wave, boolean remindable) {
        super("/templates/fieldwork/reminder.ftlh", context, engagement, wave);
        this.remindable = remindable;
    }

    /** False also of an open wave in its last two days. */
    public boolean isRemindable() {
        return remindable;
    }

    public boolean isOpen() {
        return wave().state() == WaveState.OPEN;
    }
}
