package parallax.interview;

import java.util.List;
import parallax.study.Engagement;
import parallax.study.Wave;

/** What all pages of an interview show. */
public record InterviewFrame(Engagement engagement, Wave wave, CallRow row, Script script, Introduction introduction) {

    public String waveName() {
        return wave.name();
    }

    public String waveUrl() {
        return "/waves/" + wave.id();
    }

    public String engagementName() {
        return engagement.name();
    }

    public String engagementUrl() {
        return "/engagements/" + engagement.id();
    }

    /** Of the page before the call. */
    public String callUrl() {
        return waveUrl() + "/calls/" + row.invitationId();
    }

    public String name() {
        String name = row.name();
        return name == null ? "Somebody without a name" : name;
    }

    /** Language of the wording. */
    public String language() {
        return script.language();
    }

    public String direction() {
        return Introduction.direction(script.language());
    }

    public List<String> probes() {
        return introduction.probes();
    }

    @Override
    public String toString() {
        return "Interview " + row.invitationId();
    }
}
