package parallax.fieldwork;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/**
 * A row of {@code identity.invitation}. toString tells the id only.
 *
 * @param accountCode masked, see {@link AccountMask}; empty for teams and for people without an account
 * @param tokenHash null once the wave is sealed: no link leads here any more
 * @param state open, done or stopped
 */
public record InvitationRow(
        UUID id,
        WaveId waveId,
        UUID contactId,
        Audience audience,
        String language,
        byte[] accountCode,
        byte[] segments,
        byte @Nullable [] tokenHash,
        int generation,
        String state,
        boolean started,
        boolean bounced) {

    private static final byte[] NOTHING = new byte[0];

    static final String OPEN = "open";
    static final String DONE = "done";
    static final String STOPPED = "stopped";

    /** Without a trace of whether it was used, or of what was sealed with its answers. */
    InvitationRow afterClose() {
        return new InvitationRow(
                id,
                waveId,
                contactId,
                audience,
                language,
                NOTHING,
                NOTHING,
                tokenHash,
                generation,
                OPEN,
                false,
                bounced);
    }

    @Override
    public String toString() {
        return "Invitation " + id;
    }
}
