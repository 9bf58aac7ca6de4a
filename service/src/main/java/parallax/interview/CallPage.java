package parallax.interview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Before a call: who it is, what time it is there, what to say; after it: how it ended. */
public final class CallPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final Shown shown;

    /**
     * What the page shows.
     *
     * @param refused why this person is not called; null: may be called
     * @param begun whether an interview with them is open in this browser
     * @param elsewhere whether one was begun elsewhere, and not sent
     */
    record Shown(
            CallRow row,
            CallLine call,
            Introduction introduction,
            @Nullable String refused,
            boolean begun,
            boolean elsewhere,
            Instant now,
            Typed typed) {}

    /** What stands in the form of the appointment. */
    record Typed(String day, String time, String zone, List<InputError> errors) {

        static final Typed NOTHING = new Typed("", "", "", List.of());

        Typed {
            errors = List.copyOf(errors);
        }
    }

    CallPage(PageContext context, Engagement engagement, Wave wave, Shown shown) {
        super("/templates/interview/call.ftlh", context);
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

    public String getUrl() {
        return getWaveUrl() + "/calls/" + shown.row().invitationId();
    }

    public String getName() {
        String name = shown.row().name();
        return name == null ? "Somebody without a name" : name;
    }

    public String getSalutation() {
        String salutation = shown.row().salutation();
        return salutation == null ? "" : salutation;
    }

    public String getAccount() {
        String account = shown.row().account();
        return account == null ? "" : account;
    }

    public String getPhone() {
        return shown.call().phone();
    }

    /** The digits alone, for a link that dials. */
    public String getDial() {
        return getPhone().replaceAll("[^0-9+]", "");
    }

    public boolean isPhoneWrong() {
        return shown.row().phoneWrong();
    }

    public String getLanguageName() {
        return CallsPage.languageName(shown.row().language());
    }

    public String getTime() {
        return CallWords.time(shown.call());
    }

    public String getZone() {
        return shown.call().localTime() == null || shown.row().timeZone() == null
                ? ""
                : shown.row().timeZone();
    }

    public String getLast() {
        return CallWords.last(shown.call());
    }

    public String getAppointment() {
        return CallWords.appointment(shown.call(), shown.now());
    }

    public @Nullable String getRefused() {
        return shown.refused();
    }

    public boolean isBegun() {
        return shown.begun();
    }

    public boolean isElsewhere() {
        return shown.elsewhere();
    }

    public String getSpoken() {
        return shown.introduction().language();
    }

    public String getDirection() {
        return Introduction.direction(getSpoken());
    }

    public List<String> getParagraphs() {
        return shown.introduction().paragraphs();
    }

    public String getTypedDay() {
        return shown.typed().day();
    }

    public String getTypedTime() {
        return shown.typed().time();
    }

    public String getTypedZone() {
        return shown.typed().zone();
    }

    public List<InputError> getErrors() {
        return shown.typed().errors();
    }
}
