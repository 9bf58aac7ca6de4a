package parallax.message;

import java.util.EnumSet;
import parallax.study.Engagement;
import parallax.study.EngagementTask;

/** Mails in an engagement's task list. */
final class MessageTask implements EngagementTask {

    private static final int ORDER = 30;

    private final MessageService messages;

    MessageTask(MessageService messages) {
        this.messages = messages;
    }

    @Override
    public Line line(Engagement engagement) {
        boolean faulty =
                !messages.faults(engagement, EnumSet.allOf(Readers.class)).isEmpty();
        int languages = engagement.languages().size();
        int own = messages.current(engagement.id()).own().size();
        String words = own == 0 ? "suggested texts" : own == 1 ? "1 own text" : own + " own texts";
        String spoken = languages == 1 ? "1 language" : languages + " languages";
        return new Line(
                ORDER,
                "Mails",
                "/engagements/" + engagement.id() + "/messages",
                faulty ? "A text must be mended before a launch" : spoken + ", " + words,
                faulty ? Progress.UNDER_WAY : Progress.DONE,
                "Look at the mails");
    }
}
