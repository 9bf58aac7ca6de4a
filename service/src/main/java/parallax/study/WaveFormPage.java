package parallax.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Plan of a new wave, or of one that exists. */
public final class WaveFormPage extends Page {

    private final Engagement engagement;
    private final @Nullable Wave wave;
    private final Map<String, String> values;
    private final List<String> audiences;
    private final List<InputError> errors;

    WaveFormPage(
            PageContext context,
            Engagement engagement,
            @Nullable Wave wave,
            WaveFields.Shown shown,
            List<InputError> errors) {
        super("/templates/study/wave-form.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.values = shown.values();
        this.audiences = shown.audiences();
        this.errors = List.copyOf(errors);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    /** Null for a new one. */
    public @Nullable Wave getWave() {
        return wave;
    }

    /** Whether the people to ask can still be chosen. */
    public boolean isDraft() {
        return wave == null || wave.state() == WaveState.DRAFT;
    }

    /** Whether dates and reminders can still be changed. */
    public boolean isPlannable() {
        return isDraft() || (wave != null && wave.state() == WaveState.OPEN);
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<String> getAudiences() {
        return audiences;
    }

    public List<InputError> getErrors() {
        return errors;
    }
}
