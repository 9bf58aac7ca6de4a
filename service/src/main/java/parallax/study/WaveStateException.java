package parallax.study;

import java.util.Map;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A move that a wave's state does not allow; the message names the state and what to do. */
public final class WaveStateException extends RefusedException {

    private static final Map<WaveState, String> STATES = Map.of(
            WaveState.DRAFT, "a draft",
            WaveState.OPEN, "open: it was launched and takes answers",
            WaveState.CLOSING, "closing: late answers still count until its days of grace are over",
            WaveState.CLOSED, "closed: it takes no answers any more",
            WaveState.SEALED, "sealed: its keys are destroyed");

    WaveStateException(Wave wave, Attempt attempt) {
        super(
                ProblemType.CONFLICT,
                "Wave “%s” is %s. %s".formatted(wave.name(), STATES.get(wave.state()), attempt.advice(wave.state())));
    }

    private WaveStateException(String message) {
        super(ProblemType.CONFLICT, message);
    }

    static WaveStateException notOfImport(Wave wave) {
        return new WaveStateException(
                "Wave “%s” was answered here, so answers from elsewhere cannot be added to it. Import them into a new wave."
                        .formatted(wave.name()));
    }

    static WaveStateException nothingForLeadership(Wave wave) {
        return new WaveStateException(
                "Wave “%s” asks leadership, and no item of the questionnaire is asked of them. Add an instrument of the alignment diagnostic to the questionnaire, or take leadership out of the wave."
                        .formatted(wave.name()));
    }

    static WaveStateException released(Wave wave) {
        return new WaveStateException(
                "Figures of wave “%s” were released, so its answers stay as they are: replaced ones would tell, by the difference, what single people answered. Nor import them as another wave; import answers of a later study into a wave of their own."
                        .formatted(wave.name()));
    }

    static WaveStateException frameFromField(Wave wave) {
        return new WaveStateException(
                "Wave “%s” was launched here, so its team sizes and response counts come from the field. Of its frame only the margins of customers can be set."
                        .formatted(wave.name()));
    }

    static WaveStateException frameReleased(Wave wave) {
        return new WaveStateException(
                "Figures of wave “%s” were released, and response rates and ranges among them rest on its frame: it stays as it is."
                        .formatted(wave.name()));
    }

    /** What was tried. */
    enum Attempt {
        LAUNCH {
            @Override
            String advice(WaveState state) {
                return "Only a draft can be launched. Make a new wave to ask again.";
            }
        },
        CANCEL_LAUNCH {
            @Override
            String advice(WaveState state) {
                return "Only the launch of an open wave can be cancelled, and only until its mails leave.";
            }
        },
        START_CLOSING {
            @Override
            String advice(WaveState state) {
                return state == WaveState.DRAFT
                        ? "Launch it first."
                        : "Only an open wave can begin to close; nothing is left to do.";
            }
        },
        CLOSE {
            @Override
            String advice(WaveState state) {
                return state == WaveState.DRAFT
                        ? "Launch it, or import answers into it, before it is closed."
                        : "There is nothing left to close.";
            }
        },
        SEAL {
            @Override
            String advice(WaveState state) {
                return "Only a closed wave can be sealed. Close it first.";
            }
        },
        IMPORT {
            @Override
            String advice(WaveState state) {
                return "Answers can be imported into a draft, or again into a wave that was imported. Make a new wave for them.";
            }
        },
        READ_QUESTIONNAIRE {
            @Override
            String advice(WaveState state) {
                return "It has no questionnaire version before it is launched or answers are imported.";
            }
        },
        CHANGE_FRAME {
            @Override
            String advice(WaveState state) {
                return "Its figures are final, and so is the frame they rest on.";
            }
        },
        CHANGE_QUESTIONS {
            @Override
            String advice(WaveState state) {
                return state == WaveState.DRAFT
                        ? "Change the questionnaire itself: nobody was asked yet."
                        : "Its questions can be corrected only while it is answered.";
            }
        },
        CHANGE_AUDIENCES {
            @Override
            String advice(WaveState state) {
                return "Who is asked can be changed in a draft only. Make a new wave to ask others.";
            }
        },
        CHANGE_DATES {
            @Override
            String advice(WaveState state) {
                return "Its dates and reminders can be changed until it begins to close.";
            }
        };

        abstract String advice(WaveState state);
    }
}
