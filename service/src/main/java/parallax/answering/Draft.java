package parallax.answering;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a respondent saved so far. Drafts of one questionnaire are equally long, whatever is answered.
 *
 * @param answers of all pages
 * @param versions how often each page was saved, by page number − 1
 * @param checked by page number − 1, whether its open questions were pointed out once
 */
record Draft(Answers answers, int[] versions, boolean[] checked) {

    private static final byte FORMAT = 1;

    static Draft empty(int touchpoints, int pages) {
        return new Draft(Answers.none(touchpoints), new int[pages], new boolean[pages]);
    }

    int version(int page) {
        return versions[page - 1];
    }

    boolean isChecked(int page) {
        return checked[page - 1];
    }

    /** The draft after a page was saved. */
    Draft withPage(int page, Answers changed) {
        int[] raised = versions.clone();
        raised[page - 1]++;
        return new Draft(changed, raised, checked);
    }

    /** The draft after the open questions of a page were pointed out. */
    Draft withChecked(int page) {
        boolean[] marked = checked.clone();
        marked[page - 1] = true;
        return new Draft(answers, versions, marked);
    }

    byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(
                2 + Short.BYTES + 2 * answers.touchpoints() + versions.length * (Integer.BYTES + 1));
        buffer.put(FORMAT).putShort((short) answers.touchpoints()).put((byte) versions.length);
        buffer.put(answers.experience()).put(answers.importance());
        for (int page = 0; page < versions.length; page++) {
            buffer.putInt(versions[page]).put((byte) (checked[page] ? 1 : 0));
        }
        return buffer.array();
    }

    /** The draft in these bytes; empty when they are not one of a form with so many touchpoints and pages. */
    static Optional<Draft> decode(byte[] bytes, int touchpoints, int pages) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (buffer.get() != FORMAT || buffer.getShort() != touchpoints || buffer.get() != pages) {
                return Optional.empty();
            }
            Draft draft = empty(touchpoints, pages);
            buffer.get(draft.answers.experience()).get(draft.answers.importance());
            for (int page = 0; page < pages; page++) {
                draft.versions[page] = buffer.getInt();
                draft.checked[page] = buffer.get() == 1;
            }
            return Optional.of(draft);
        } catch (BufferUnderflowException cut) {
            return Optional.empty();
        }
    }
}
