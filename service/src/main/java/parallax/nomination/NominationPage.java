package parallax.nomination;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** The form that asks who chose the customers. */
public final class NominationPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final Shown shown;

    /**
     * What the page shows.
     *
     * @param told as it is printed; null while nothing is recorded
     */
    record Shown(NominationForm form, @Nullable String told, List<InputError> errors) {

        Shown {
            errors = List.copyOf(errors);
        }
    }

    NominationPage(PageContext context, Engagement engagement, Wave wave, Shown shown) {
        super("/templates/nomination/nomination.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.shown = shown;
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
        return wave.state() != WaveState.SEALED;
    }

    public @Nullable String getTold() {
        return shown.told();
    }

    public Map<String, String> getValues() {
        return shown.form().values();
    }

    public List<InputError> getErrors() {
        return shown.errors();
    }
}
