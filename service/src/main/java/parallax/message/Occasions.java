package parallax.message;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.answering.Minutes;
import parallax.contact.ContactService;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveState;

/** Gathers what the mails of a wave, or of the next one, say alike. */
public final class Occasions {

    private final StudyFeature study;
    private final ContactService contacts;
    private final int keptDays;

    /** @param keptDays days after the close until people are deleted */
    Occasions(StudyFeature study, ContactService contacts, int keptDays) {
        this.study = study;
        this.contacts = contacts;
        this.keptDays = keptDays;
    }

    Engagement engagement(EngagementId id) {
        return study.engagements().require(id);
    }

    /** Of the wave that is launched next, as far as it is planned. */
    Occasion of(Engagement engagement) {
        return Occasion.of(
                engagement,
                next(engagement),
                minutes(study.questionnaires().current(engagement.id()), Set.of()),
                contacts.count(engagement.id()),
                keptDays);
    }

    /** Of a wave that is launched. */
    public Occasion of(Engagement engagement, Wave wave) {
        Map<Audience, Integer> people = new EnumMap<>(Audience.class);
        study.waves().frames(wave.id()).forEach((audience, frame) -> put(people, audience, frame));
        Map<Audience, Integer> minutes =
                minutes(study.waves().questionnaire(wave), study.waves().stopped(wave.id()));
        return Occasion.of(engagement, wave, minutes, people, keptDays);
    }

    private static void put(Map<Audience, Integer> people, Audience audience, AudienceFrame frame) {
        Integer size = frame.people();
        if (size != null) {
            people.put(audience, size);
        }
    }

    private @Nullable Wave next(Engagement engagement) {
        List<Wave> waves = study.waves().list(engagement.id());
        return waves.stream()
                .filter(wave -> wave.state() == WaveState.DRAFT)
                .max(Comparator.comparing(Wave::name))
                .orElse(null);
    }

    /** @param stopped keys of what is asked no more */
    private static Map<Audience, Integer> minutes(Questionnaire questionnaire, Set<String> stopped) {
        Map<Audience, Integer> minutes = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            Form form = Form.of(questionnaire, audience, questionnaire.defaultLanguage());
            minutes.put(audience, Minutes.of(form.without(stopped)));
        }
        return minutes;
    }
}
