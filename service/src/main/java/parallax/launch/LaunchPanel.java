package parallax.launch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parallax.fieldwork.Words;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Launch, on the wave's page: the way to the review, and the way back while mails are held. */
final class LaunchPanel implements WavePanel {

    private static final int ORDER = 10;

    private final LaunchTools tools;
    private final LaunchService launches;

    LaunchPanel(LaunchTools tools, LaunchService launches) {
        this.tools = tools;
        this.launches = launches;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (wave.state() == WaveState.DRAFT) {
            return Optional.of(draft(wave));
        }
        return heldUntil(wave).map(due -> held(wave, due));
    }

    @Override
    public Optional<Stage> stage(Wave wave) {
        return heldUntil(wave)
                .map(due -> new Stage(
                        "Launching",
                        "Launching: mails leave at %s; until then it can be cancelled.".formatted(Words.clock(due))));
    }

    /** Until when the launch can be cancelled; empty: no longer. */
    private Optional<Instant> heldUntil(Wave wave) {
        return wave.state() == WaveState.OPEN && wave.source() == AnswerSource.FIELDWORK
                ? tools.mail()
                        .outbox()
                        .findFirstDue(wave.id())
                        .filter(due -> due.isAfter(tools.clock().instant()))
                : Optional.empty();
    }

    private Content draft(Wave wave) {
        LaunchPlan plan = launches.plan(wave.id());
        List<Fact> facts = plan.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Fact(Words.audience(entry.getKey()), mailsAndCalls(entry.getValue())))
                .toList();
        String text = plan.missing().isEmpty()
                ? "Nothing has left yet. The review shows who gets a mail, and asks once more."
                : plan.missing().get(0).message();
        Action review = Action.link("Review and launch", "/waves/" + wave.id() + "/launch");
        return new Content(
                ORDER, "Launch", text, facts, null, List.of(plan.missing().isEmpty() ? review.asPrimary() : review));
    }

    private static String mailsAndCalls(LaunchPlan.Group group) {
        String mails = Words.count(group.mails(), "mail", "mails");
        return group.calls() == 0 ? mails : mails + ", " + Words.count(group.calls(), "call", "calls");
    }

    private static Content held(Wave wave, Instant due) {
        String text = "Sending starts at %s.".formatted(Words.clock(due));
        Action mails = Action.link("Look at the mails", "/waves/" + wave.id() + "/outbox");
        Action cancel = Action.post("Cancel the launch", "/waves/" + wave.id() + "/launch/cancel");
        return new Content(ORDER, "Launch", text, List.of(), null, List.of(mails.asPrimary(), cancel));
    }
}
