package parallax.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.interview.CallService.Filter;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.Slice;

/** Whom to call. */
public final class CallsPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final Shown shown;

    /**
     * What the list shows.
     *
     * @param languages of all who can be called
     */
    record Shown(Slice<CallLine> calls, Filter filter, List<String> languages, Instant now) {}

    CallsPage(PageContext context, Engagement engagement, Wave wave, Shown shown) {
        super("/templates/interview/calls.ftlh", context);
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
        return wave.state().takesAnswers();
    }

    public boolean isFiltered() {
        return shown.filter().language() != null || shown.filter().outcome() != null;
    }

    public String getLanguage() {
        return shown.filter().language() == null ? "" : shown.filter().language();
    }

    public String getOutcome() {
        return shown.filter().outcome() == null ? "" : shown.filter().outcome();
    }

    public List<Map<String, String>> getLanguages() {
        List<Map<String, String>> options = new ArrayList<>(List.of(option("", "All")));
        shown.languages().forEach(language -> options.add(option(language, languageName(language))));
        return options;
    }

    public List<Map<String, String>> getOutcomes() {
        return List.of(
                option("", "All"),
                option("never", "Never called"),
                option("appointment", CallOutcome.APPOINTMENT.words()),
                option("no_answer", CallOutcome.NO_ANSWER.words()),
                option("wrong_number", CallOutcome.WRONG_NUMBER.words()));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    static String languageName(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    public List<Line> getLines() {
        return shown.calls().items().stream().map(this::line).toList();
    }

    public @Nullable String getNext() {
        String next = shown.calls().next();
        return next == null
                ? null
                : "%s/calls?language=%s&outcome=%s&after=%s".formatted(getWaveUrl(), getLanguage(), getOutcome(), next);
    }

    private Line line(CallLine call) {
        return new Line(
                getWaveUrl() + "/calls/" + call.invitation(),
                call.name() == null ? "(no name)" : call.name(),
                call.account() == null ? "" : call.account(),
                call.phone(),
                languageName(call.language()),
                CallWords.time(call),
                CallWords.last(call),
                CallWords.appointment(call, shown.now()));
    }

    /** A line of the list. */
    public record Line(
            String url,
            String name,
            String account,
            String phone,
            String language,
            String time,
            String last,
            String appointment) {

        @Override
        public String toString() {
            return "Line";
        }
    }
}
