package parallax.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ModelTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Questionnaire;
import parallax.study.WaveStateException.Attempt;
import parallax.web.Caller;

/**
 * The two things that may change while a wave is answered: a typo in a text, and that something is not asked any more.
 * The frozen version stays as it is; what changed is kept beside it with time and name.
 */
public final class WaveChanges {

    private final StudyTools tools;
    private final WaveService waves;

    WaveChanges(StudyTools tools, WaveService waves) {
        this.tools = tools;
        this.waves = waves;
    }

    /** Oldest first. */
    public List<WaveChange> list(WaveId wave) {
        return waves.changes(wave);
    }

    /**
     * Corrects a text of a wave that is being answered, and in the questionnaire where it still reads the same.
     *
     * @param after the text as it shall read
     * @throws InvalidInputException for a text that does not exist, and for one that cannot be taken
     */
    public void correct(Caller caller, WaveId id, TextPlace place, String language, @Nullable String after) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = lockAnswered(handle, id);
            Questionnaire asked = waves.questionnaire(wave);
            String before = ModelTexts.of(asked).getOrDefault(place, Map.of()).get(language);
            InputCheck check = new InputCheck();
            if (before == null) {
                check.error(
                        "/place", place.place(), "There is no such text in this language. Choose one that is asked.");
            }
            String text = check.text("/after", after, "the corrected text", place.longest());
            if (text.equals(before)) {
                check.error("/after", text, "This is what it reads already. Change it.");
            }
            check.finish();
            add(
                    handle,
                    caller,
                    id,
                    new WaveChangeRow(
                            WaveChangeRow.TYPO,
                            place.subject(),
                            place.place(),
                            language,
                            before,
                            text,
                            tools.clock().instant(),
                            caller.name()));
            mendModel(handle, wave, place, language, new Correction(String.valueOf(before), text));
        });
    }

    private static void mendModel(Handle handle, Wave wave, TextPlace place, String language, Correction words) {
        Engagement engagement = handle.attach(EngagementDao.class)
                .findForUpdate(wave.engagementId().value())
                .map(EngagementRow::toEngagement)
                .orElseThrow(EngagementNotFoundException::new);
        Questionnaire model = ModelStore.read(handle, engagement);
        String now = ModelTexts.of(model).getOrDefault(place, Map.of()).get(language);
        if (words.before().equals(now)) {
            ModelStore.overwrite(
                    handle, engagement.id(), ModelTexts.with(model, language, Map.of(place, words.after())));
            handle.attach(EngagementDao.class).raiseVersion(engagement.id().value());
        }
    }

    /**
     * Takes a touchpoint or item out of the forms from now on; answers that were given stay, and so do all positions.
     *
     * @throws InvalidInputException for what is not asked, and for the last thing that is
     */
    public void stop(Caller caller, WaveId id, @Nullable String subject) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = lockAnswered(handle, id);
            Questionnaire asked = waves.questionnaire(wave);
            Set<String> stopped = waves.stopped(id);
            InputCheck check = new InputCheck();
            String key = subject == null ? "" : subject;
            boolean exists = asked.positionOf(key) >= 0
                    || asked.items().stream().anyMatch(item -> item.key().equals(key));
            if (!exists || stopped.contains(key)) {
                check.error(
                        "/subject", InputCheck.visible(key), "This is not asked. Choose a touchpoint or item that is.");
            } else if (isLast(asked, stopped, key)) {
                check.error("/subject", key, "It is the last touchpoint that is asked. Close the wave instead.");
            }
            check.finish();
            add(
                    handle,
                    caller,
                    id,
                    new WaveChangeRow(
                            WaveChangeRow.STOP,
                            key,
                            null,
                            null,
                            null,
                            null,
                            tools.clock().instant(),
                            caller.name()));
        });
    }

    private static boolean isLast(Questionnaire asked, Set<String> stopped, String key) {
        return asked.positionOf(key) >= 0
                && asked.touchpoints().stream()
                        .allMatch(touchpoint -> touchpoint.key().equals(key) || stopped.contains(touchpoint.key()));
    }

    private Wave lockAnswered(Handle handle, WaveId id) {
        Wave wave = waves.lockForUpdate(handle, id);
        if (!wave.state().takesAnswers()) {
            throw new WaveStateException(wave, Attempt.CHANGE_QUESTIONS);
        }
        return wave;
    }

    private void add(Handle handle, Caller caller, WaveId id, WaveChangeRow row) {
        handle.attach(WaveChangeDao.class).insert(id.value(), row);
        tools.audit().record(caller, "wave." + row.kind(), id + " " + row.subject());
    }

    private record Correction(String before, String after) {}
}
