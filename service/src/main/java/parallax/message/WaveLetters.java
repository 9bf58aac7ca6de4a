package parallax.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parallax.mail.Letter;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;

/** Writes the mails of launched waves. */
public final class WaveLetters {

    /** What all mails of a wave say alike is looked up this often. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 100;

    private final Map<WaveId, Kept> waves = new ConcurrentHashMap<>();
    private final MessageService messages;
    private final Occasions occasions;
    private final MailComposer composer;
    private final FindingsLetters findings;
    private final InstantSource clock;

    WaveLetters(
            MessageService messages,
            Occasions occasions,
            MailComposer composer,
            FindingsLetters findings,
            InstantSource clock) {
        this.messages = messages;
        this.occasions = occasions;
        this.composer = composer;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * The words of a mail.
     *
     * @param language of the addressee, one of the engagement's; else its first is taken
     */
    public Letter.Words write(
            Wave wave, MessageKind kind, String language, Recipient recipient, Particulars particulars) {
        Kept kept = of(wave);
        Occasion occasion = kept.occasion();
        String spoken = language(occasion.engagement(), language);
        MessageText text = kept.set().text(new MessageKey(kind, Readers.of(recipient.audience()), spoken));
        return composer.compose(
                text,
                spoken,
                occasion,
                recipient,
                kind == MessageKind.FINDINGS ? told(wave.id(), spoken, particulars) : particulars);
    }

    /** Read each time: a letter must not miss what was typed a moment ago. */
    private Particulars told(WaveId wave, String language, Particulars particulars) {
        FindingsLetters.Written written = findings.of(wave).get(language);
        return written == null
                ? particulars
                : new Particulars(particulars.answer(), particulars.stop(), written.findings(), written.decision());
    }

    /** Whether the mails of a wave are shown and never leave. */
    public boolean neverLeave(Wave wave) {
        return of(wave).occasion().engagement().sample();
    }

    static String language(Engagement engagement, String wanted) {
        return engagement.languages().contains(wanted)
                ? wanted
                : engagement.languages().get(0);
    }

    private Kept of(Wave wave) {
        Instant now = clock.instant();
        Kept known = waves.get(wave.id());
        if (known != null && known.waveVersion() == wave.version() && now.isBefore(known.until())) {
            return known;
        }
        Engagement engagement = occasions.engagement(wave.engagementId());
        Kept read = new Kept(messages.of(wave), occasions.of(engagement, wave), wave.version(), now.plus(KEPT));
        if (waves.size() >= MOST_KEPT) {
            waves.clear();
        }
        waves.put(wave.id(), read);
        return read;
    }

    private record Kept(MessageSet set, Occasion occasion, int waveVersion, Instant until) {}
}
