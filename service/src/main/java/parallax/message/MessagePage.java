package parallax.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** One mail to write, or of a launched wave to correct. */
public final class MessagePage extends Page {

    private final Engagement engagement;
    private final @Nullable Wave wave;
    private final MessageKey key;
    private final Content content;

    /** @param wave null: of the next launch */
    MessagePage(PageContext context, Engagement engagement, @Nullable Wave wave, MessageKey key, Content content) {
        super("/templates/message/message.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.key = key;
        this.content = content;
    }

    /**
     * What the form holds.
     *
     * @param text as stored, or as typed
     * @param opened as stored when the form was made
     * @param theirs what somebody else made of it meanwhile; null: nothing
     * @param own whether it differs from the suggested text
     */
    record Content(
            MessageText text, MessageText opened, @Nullable MessageText theirs, boolean own, List<InputError> errors) {

        static Content of(MessageText stored, boolean own) {
            return new Content(stored, stored, null, own, List.of());
        }
    }

    public Engagement getEngagement() {
        return engagement;
    }

    /** Of a launched wave; null: of the next launch. */
    public @Nullable String getWaveName() {
        return wave == null ? null : wave.name();
    }

    public @Nullable String getWaveUrl() {
        return wave == null ? null : "/waves/" + wave.id();
    }

    public String getUrl() {
        return (wave == null ? "/engagements/" + engagement.id() : getWaveUrl()) + "/messages";
    }

    public String getQuery() {
        return key.query();
    }

    public String getTitle() {
        return key.kind().title();
    }

    public String getReaders() {
        return key.readers().title();
    }

    public String getLanguage() {
        return key.language();
    }

    public String getLanguageName() {
        return Wording.of(key.language()).name();
    }

    public MessageText getText() {
        return content.text();
    }

    public MessageText getOpened() {
        return content.opened();
    }

    public @Nullable MessageText getTheirs() {
        return content.theirs();
    }

    public boolean isOwn() {
        return content.own();
    }

    public List<InputError> getErrors() {
        return content.errors();
    }

    public int getMostChanged() {
        return Typo.MOST_CHARACTERS;
    }

    /** What may stand in the text, and what becomes of it. */
    public List<Help> getPlaceholders() {
        return key.kind().placeholders().stream()
                .filter(one -> one != Placeholder.TEAM || key.readers() == Readers.TEAM)
                .map(one -> new Help(
                        one.typed(), one.meaning(), key.kind().required().contains(one)))
                .toList();
    }

    /** A placeholder. */
    public record Help(String typed, String meaning, boolean required) {}
}
