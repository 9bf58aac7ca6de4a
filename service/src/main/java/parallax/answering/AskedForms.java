package parallax.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    /**
     * The same form in the language that was chosen, else in the contact's, else in the first of these that it has.
     *
     * @param languages that the browser asks for
     */
    AskedForm chosen(AskedForm form, Admitted admitted, Draft draft, List<String> languages) {
        String language = Stream.concat(Stream.of(draft.language(), admitted.language()), languages.stream())
                .filter(form.languages()::contains)
                .findFirst()
                .orElse(form.texts().language());
        return language.equals(form.texts().language()) ? form : of(admitted, language);
    }

    /** When the study closes, in a sentence; empty when that is not planned or has passed. */
    Optional<String> closing(AskedForm form) {
        return Optional.ofNullable(form.frame().closesAt())
                .filter(clock.instant()::isBefore)
                .map(closes -> form.texts().get("thanks.closes"));
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
        pieces.put(TextPiece.CLIENT, Texts.isolated(engagement.client()));
        pieces.put(TextPiece.CONSULTANCY, Texts.isolated(settings.consultancy()));
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
                closesAt,
                Promise.to(audience, texts, engagement, wave, people, settings.contactsKeptDays()),
                texts,
                pieces);
    }

    private record Key(WaveId wave, Audience audience, String language) {}

    private record Kept(AskedForm form, Instant until) {}
}
