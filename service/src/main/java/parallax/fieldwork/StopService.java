package parallax.fieldwork;

import java.util.Optional;
import java.util.UUID;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** "Stop all mails": heard at once, for all waves of that client. */
final class StopService {

    private final FieldworkTools tools;
    private final StopToken tokens;

    StopService(FieldworkTools tools) {
        this.tools = tools;
        this.tokens = new StopToken(tools.keys());
    }

    /**
     * The client whose mails a link stops; empty when nothing is known of the person any more. Changes nothing.
     *
     * @throws RefusedException NOT_FOUND for a link we did not write
     */
    Optional<String> client(String token) {
        return find(token)
                .map(row -> tools.waves().require(row.waveId()))
                .map(wave -> tools.engagements().require(wave.engagementId()).client());
    }

    /**
     * Stops all mails to the person of a link. May be repeated.
     *
     * @throws RefusedException NOT_FOUND for a link we did not write
     */
    void stop(String token) {
        find(token)
                .ifPresent(row -> tools.jdbi().useTransaction(handle -> {
                    handle.attach(InvitationDao.class).stopAll(row.contactId());
                    tools.contacts().suppress(row.contactId());
                }));
    }

    private Optional<InvitationRow> find(String token) {
        UUID invitation = tokens.invitation(LinkText.strip(token))
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND,
                        "This link leads nowhere. Perhaps a character is missing: copy the whole link from the mail."));
        return tools.jdbi().onDemand(InvitationDao.class).find(invitation);
    }
}
