package parallax.fieldwork;

import java.util.List;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** What closing means, before it is done. */
public final class ClosePage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final FieldNumbers numbers;

    ClosePage(PageContext context, Engagement engagement, Wave wave, FieldNumbers numbers) {
        super("/templates/fieldwork/close.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.numbers = numbers;
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

    public boolean isRunning() {
        return wave.state().takesAnswers();
    }

    public List<FieldTable.Row> getRows() {
        return FieldTable.rows(numbers);
    }

    public String getUpdated() {
        return Words.moment(numbers.updatedAt());
    }
}
