package parallax.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import parallax.answering.Admission.Admitted;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.TextPiece;
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
    private final AnsweringSettings settings;
    private final InstantSource clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    AskedForms(EngagementService engagements, WaveService waves, AnsweringSettings settings, InstantSource clock) {
        this.engagements = engagements;
        this.waves = waves;
        this.settings = settings;
        this.clock = clock;
    }

    /** The form as the wave asks it now, in the contact's language. */
    AskedForm of(Admitted admitted) {
        return of(admitted, admitted.language());
    }

    /**
     * The form as the wave asks it now: a launch that was taken back may be followed by one with another version.
     *
     * @param language the questionnaire's first is taken where it is not in this one
     */
    AskedForm of(Admitted admitted, String language) {
        Key key = new Key(admitted.wave(), admitted.audience(), language);
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
        AskedForm form = AskedForm.of(
                wave.id(),
                Objects.requireNonNull(wave.questionnaireVersion()),
                Form.of(questionnaire, key.audience(), language).without(waves.stopped(wave.id())),
                questionnaire,
                frame(key.audience(), language, engagement, wave, questionnaire));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Kept(form, now.plus(KEPT)));
        return form;
    }

    private AskedForm.Frame frame(
            Audience audience, String language, Engagement engagement, Wave wave, Questionnaire questionnaire) {
        Map<TextPiece, String> pieces = new EnumMap<>(TextPiece.class);
        pieces.put(TextPiece.CLIENT, engagement.client());
        pieces.put(TextPiece.CONSULTANCY, settings.consultancy());
        Instant closesAt = wave.closesAt();
        if (closesAt != null) {
            // the last moment of a day is midnight, which the clock counts to the next
            pieces.put(TextPiece.CLOSES, Days.write(closesAt.minusSeconds(1), language));
        }
        Map<String, String> places = new HashMap<>();
        pieces.forEach((piece, value) -> places.put(piece.placeholder().replaceAll("[{}]", ""), value));
        places.put("contact", settings.contact());
        Texts texts = Texts.in(language).with(questionnaire.texts()).filled(places);
        AudienceFrame people = waves.frames(wave.id()).getOrDefault(audience, AudienceFrame.unknown());
        return new AskedForm.Frame(
                engagement.client(),
                Promise.to(audience, texts, engagement, wave, people, settings.contactsKeptDays()),
                texts,
                pieces);
    }

    private record Key(WaveId wave, Audience audience, String language) {}

    private record Kept(AskedForm form, Instant until) {}
}
