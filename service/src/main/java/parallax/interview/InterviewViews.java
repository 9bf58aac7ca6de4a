package parallax.interview;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.answering.Minutes;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.PageContext;

/** Gathers what the pages show. */
final class InterviewViews {

    private static final int CALLS_A_PAGE = 50;

    private final InterviewTools tools;
    private final CallService calls;
    private final InterviewService interviews;
    private final InterviewDrafts drafts;

    InterviewViews(InterviewTools tools, CallService calls, InterviewService interviews, InterviewDrafts drafts) {
        this.tools = tools;
        this.calls = calls;
        this.interviews = interviews;
        this.drafts = drafts;
    }

    Instant now() {
        return tools.clock().instant();
    }

    /** When people of a wave can be called again. */
    AppointmentTime.Range range(WaveId id) {
        return AppointmentTime.Range.of(tools.waves().require(id), now());
    }

    CallsPage list(PageContext context, WaveId id, CallService.Filter filter, @Nullable String after) {
        Wave wave = tools.waves().require(id);
        CallsPage.Shown shown =
                new CallsPage.Shown(calls.list(id, filter, CALLS_A_PAGE, after), filter, calls.languages(id), now());
        return new CallsPage(context, engagement(wave), wave, shown);
    }

    CallPage call(PageContext context, WaveId id, UUID invitation, @Nullable String token, CallPage.Typed typed) {
        Wave wave = tools.waves().require(id);
        CallRow row = calls.require(id, invitation);
        Caller caller = context.caller().orElseThrow();
        boolean callable = wave.state().takesAnswers() && row.isOpen();
        boolean begun = callable && heard(token, caller, invitation).isPresent();
        String refused = callable ? null : calls.refusal(wave, row).getMessage();
        CallLine line = CallService.line(row, now());
        return new CallPage(
                context,
                engagement(wave),
                wave,
                new CallPage.Shown(
                        row,
                        line,
                        introduction(wave, interviews.script(wave, row), caller),
                        refused,
                        begun,
                        callable && !begun && drafts.isHeldElsewhere(invitation),
                        now(),
                        typed));
    }

    InterviewFrame frame(WaveId id, UUID invitation, Caller caller) {
        Wave wave = tools.waves().require(id);
        CallRow row = calls.require(id, invitation);
        Script script = interviews.script(wave, row);
        return new InterviewFrame(engagement(wave), wave, row, script, introduction(wave, script, caller));
    }

    Optional<InterviewDrafts.Kept> heard(@Nullable String token, Caller caller, UUID invitation) {
        return token == null || token.isEmpty()
                ? Optional.empty()
                : drafts.find(new InterviewDrafts.Holder(token, caller, invitation));
    }

    private Introduction introduction(Wave wave, Script script, Caller caller) {
        Engagement engagement = engagement(wave);
        Map<String, String> values = new HashMap<>();
        values.put("interviewer", caller.name());
        values.put("consultancy", tools.settings().respondents().consultancy());
        values.put("client", engagement.client());
        values.put("minutes", String.valueOf(Minutes.of(script.form())));
        values.put("group", String.valueOf(engagement.minimumGroup()));
        values.put("accounts", String.valueOf(engagement.minimumAccounts()));
        values.put("days", String.valueOf(tools.settings().respondents().contactsKeptDays()));
        return Introduction.in(script.language(), values);
    }

    private Engagement engagement(Wave wave) {
        return tools.engagements().require(wave.engagementId());
    }
}
