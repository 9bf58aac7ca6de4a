package parallax.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import parallax.answering.Admission.Admitted;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.EngagementService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** The forms now in the field, kept so that a page costs no look-up beyond its link and its draft. */
final class AskedForms {

    /** What may still change after a launch (a date, the number of people in a team) shows after this long. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_KEPT = 1_000;

    private final EngagementService engagements;
    private final WaveService waves;
    private final int contactsKeptDays;
    private final InstantSource clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    AskedForms(EngagementService engagements, WaveService waves, int contactsKeptDays, InstantSource clock) {
        this.engagements = engagements;
        this.waves = waves;
        this.contactsKeptDays = contactsKeptDays;
        this.clock = clock;
    }

    /** The form as the wave asks it now: a launch that was taken back may be followed by one with another version. */
    AskedForm of(Admitted admitted) {
        Key key = Key.of(admitted);
        Instant now = clock.instant();
        Kept found = kept.get(key);
        return found != null && now.isBefore(found.until()) && found.form().version() == admitted.questionnaireVersion()
                ? found.form()
                : load(key, waves.require(key.wave()), now);
    }

    /** Why a link that was found takes no answers. One that was stopped reads as one that never was. */
    Receipt refusalOf(Admitted admitted) {
        if (admitted.answered()) {
            return Receipt.ALREADY_RECEIVED;
        }
        Wave wave = waves.require(admitted.wave());
        Instant closesAt = wave.closesAt();
        boolean ended = closesAt != null && !clock.instant().isBefore(closesAt.plus(Duration.ofDays(wave.graceDays())));
        return ended || !wave.state().takesAnswers() ? Receipt.CLOSED : Receipt.UNKNOWN;
    }

    private AskedForm load(Key key, Wave wave, Instant now) {
        Engagement engagement = engagements.require(wave.engagementId());
        Questionnaire questionnaire = waves.questionnaire(wave);
        String language =
                questionnaire.languages().contains(key.language()) ? key.language() : questionnaire.defaultLanguage();
        AudienceFrame frame = waves.frames(wave.id()).getOrDefault(key.audience(), AudienceFrame.unknown());
        AskedForm form = new AskedForm(
                wave.id(),
                Objects.requireNonNull(wave.questionnaireVersion()),
                Form.of(questionnaire, key.audience(), language),
                questionnaire.touchpoints().size(),
                engagement.client(),
                Promise.to(key.audience(), engagement, wave, frame, contactsKeptDays));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Kept(form, now.plus(KEPT)));
        return form;
    }

    private record Key(WaveId wave, Audience audience, String language) {

        static Key of(Admitted admitted) {
            return new Key(admitted.wave(), admitted.audience(), admitted.language());
        }
    }

    private record Kept(AskedForm form, Instant until) {}
}
