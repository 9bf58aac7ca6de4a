package parallax.message;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.Page;
import parallax.web.PageContext;

/** The mails a wave was launched with. */
public final class WaveMessagesPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final MessageSet set;
    private final Predicate<MessageKind> hasLeft;

    WaveMessagesPage(
            PageContext context, Engagement engagement, Wave wave, MessageSet set, Predicate<MessageKind> hasLeft) {
        super("/templates/message/wave-messages.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.set = set;
        this.hasLeft = hasLeft;
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getWaveName() {
        return wave.name();
    }

    public String getWaveUrl() {
        return "/waves/" + wave.id();
    }

    public boolean isDraft() {
        return wave.state() == WaveState.DRAFT;
    }

    public List<Row> getRows() {
        Set<Readers> readers = wave.audiences().stream().map(Readers::of).collect(Collectors.toSet());
        return MessageSet.keys(engagement.languages(), readers).stream()
                .map(key -> {
                    boolean open = !hasLeft.test(key.kind());
                    return new Row(
                            key.kind().title(),
                            key.readers().title(),
                            Wording.of(key.language()).name(),
                            set.text(key).subject(),
                            key.language(),
                            open ? "Nothing has left" : "Has left",
                            open && set.isOwn(key) ? getWaveUrl() + "/messages/edit?" + key.query() : "");
                })
                .toList();
    }

    /**
     * A mail.
     *
     * @param edit where a typo is mended; empty: no longer
     */
    public record Row(
            String title, String readers, String language, String subject, String tag, String state, String edit) {}
}
