package parallax.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ModelTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.TextPiece;
import parallax.questionnaire.Walk;
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
     * @param requireVersion refuses a number of changes that the caller did not read
     * @throws InvalidInputException for a text that does not exist, and for one that cannot be taken
     * @throws WaveStateException unless the wave takes answers
     */
    public void correct(Caller caller, WaveId id, TextAt at, @Nullable String after, IntConsumer requireVersion) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = lockAnswered(handle, id, requireVersion);
            Questionnaire asked = waves.questionnaire(wave);
            String before =
                    ModelTexts.of(asked).getOrDefault(at.place(), Map.of()).get(at.language());
            InputCheck check = new InputCheck();
            String text =
                    check.text("/after", after, "the corrected text", at.place().longest());
            if (before == null) {
                check.error(
                        "/place",
                        at.place().place(),
                        "There is no such text in this language. Choose one that is asked.");
            } else if (text.equals(before)) {
                check.error("/after", text, "This is what it reads already. Change it.");
            } else {
                pieces(before, text, check);
            }
            check.finish();
            add(
                    handle,
                    caller,
                    id,
                    new WaveChangeRow(
                            WaveChangeRow.TYPO,
                            at.place().subject(),
                            at.place().place(),
                            at.language(),
                            before,
                            text,
                            tools.clock().instant(),
                            caller.name()));
            mendModel(handle, wave, at, new Correction(String.valueOf(before), text));
        });
    }

    /** What is filled in stays what it was: a mended typo neither adds nor loses a piece. */
    private static void pieces(String before, String after, InputCheck check) {
        Set<String> lost = new TreeSet<>(TextPiece.in(before));
        lost.removeAll(TextPiece.in(after));
        Set<String> added = new TreeSet<>(TextPiece.in(after));
        added.removeAll(TextPiece.in(before));
        if (!lost.isEmpty()) {
            check.error("/after", after, "Put {%s} in again: it is filled in.".formatted(String.join("}, {", lost)));
        }
        if (!added.isEmpty()) {
            check.error(
                    "/after",
                    after,
                    "Remove {%s}: %s"
                            .formatted(
                                    String.join("}, {", added),
                                    TextPiece.unknownIn(after).isEmpty()
                                            ? "the text had no such piece before."
                                            : "only {client}, {consultancy} and {closes} are filled in."));
        }
    }

    private static void mendModel(Handle handle, Wave wave, TextAt at, Correction words) {
        Engagement engagement = handle.attach(EngagementDao.class)
                .findForUpdate(wave.engagementId().value())
                .map(EngagementRow::toEngagement)
                .orElseThrow(EngagementNotFoundException::new);
        Questionnaire model = ModelStore.read(handle, engagement);
        String now = ModelTexts.of(model).getOrDefault(at.place(), Map.of()).get(at.language());
        if (words.before().equals(now)) {
            ModelStore.overwrite(
                    handle, engagement.id(), ModelTexts.with(model, at.language(), Map.of(at.place(), words.after())));
            handle.attach(EngagementDao.class).raiseVersion(engagement.id().value());
        }
    }

    /**
     * Takes a touchpoint or item out of the forms from now on; answers that were given stay, and so do all positions.
     *
     * @param requireVersion refuses a number of changes that the caller did not read
     * @throws InvalidInputException for what is not asked, for the last touchpoint, and for the last thing that an audience is
     *     asked
     * @throws WaveStateException unless the wave takes answers
     */
    public void stop(Caller caller, WaveId id, @Nullable String subject, IntConsumer requireVersion) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = lockAnswered(handle, id, requireVersion);
            InputCheck check = new InputCheck();
            String key = subject == null ? "" : subject;
            stoppable(wave, key, check);
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

    private void stoppable(Wave wave, String key, InputCheck check) {
        Questionnaire asked = waves.questionnaire(wave);
        Set<String> stopped = waves.stopped(wave.id());
        boolean exists = asked.positionOf(key) >= 0
                || asked.items().stream().anyMatch(item -> item.key().equals(key));
        if (!exists || stopped.contains(key)) {
            check.error("/subject", InputCheck.visible(key), "This is not asked. Choose a touchpoint or item that is.");
            return;
        }
        if (isLast(asked, stopped, key)) {
            check.error("/subject", key, "It is the last touchpoint that is asked. Close the wave instead.");
            return;
        }
        Set<String> left = new HashSet<>(stopped);
        left.add(key);
        wave.audiences().stream()
                .sorted()
                .filter(audience -> isAskedAtAll(asked, audience, stopped) && !isAskedAtAll(asked, audience, left))
                .forEach(audience -> check.error(
                        "/subject",
                        key,
                        "It is the last that %s is asked. Close the wave instead.".formatted(audience.code())));
    }

    /** Whether somebody who opens the form meets a question. */
    private static boolean isAskedAtAll(Questionnaire asked, Audience audience, Set<String> stopped) {
        Form form = Form.of(asked, audience, asked.defaultLanguage()).without(stopped);
        return !Walk.through(asked, form, Walk.Replies.NONE).pages().isEmpty();
    }

    private static boolean isLast(Questionnaire asked, Set<String> stopped, String key) {
        return asked.positionOf(key) >= 0
                && asked.touchpoints().stream()
                        .allMatch(touchpoint -> touchpoint.key().equals(key) || stopped.contains(touchpoint.key()));
    }

    private Wave lockAnswered(Handle handle, WaveId id, IntConsumer requireVersion) {
        Wave wave = waves.lockForUpdate(handle, id);
        if (!wave.state().takesAnswers()) {
            throw new WaveStateException(wave, Attempt.CHANGE_QUESTIONS);
        }
        requireVersion.accept(waves.changes(id).size());
        return wave;
    }

    private void add(Handle handle, Caller caller, WaveId id, WaveChangeRow row) {
        handle.attach(WaveChangeDao.class).insert(id.value(), row);
        tools.audit().record(caller, "wave." + row.kind(), id + " " + row.subject());
    }

    /** A text of a questionnaire in a language. */
    public record TextAt(TextPlace place, String language) {}

    private record Correction(String before, String after) {}
}
