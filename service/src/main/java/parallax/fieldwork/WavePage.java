package parallax.fieldwork;

import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** A page about a wave, with the way back to it. */
public abstract class WavePage extends Page {

    private final Engagement engagement;
    private final Wave wave;

    protected WavePage(String template, PageContext context, Engagement engagement, Wave wave) {
        super(template, context);
        this.engagement = engagement;
        this.wave = wave;
    }

    protected final Engagement engagement() {
        return engagement;
    }

    protected final Wave wave() {
        return wave;
    }

    public final String getWaveName() {
        return wave.name();
    }

    public final String getWaveUrl() {
        return "/waves/" + wave.id();
    }

    public final String getEngagementName() {
        return engagement.name();
    }

    public final String getEngagementUrl() {
        return "/engagements/" + engagement.id();
    }
}
