package parallax.fieldwork;

import java.util.Optional;
import java.util.UUID;
import parallax.answering.LinkToken;
import parallax.study.Wave;
import parallax.web.LinkMisses;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** "Stop all mails": heard at once, for all waves of that client. */
final class StopService {

    private final FieldworkTools tools;
    private final StopToken tokens;
    private final LinkMisses misses;

    StopService(FieldworkTools tools, LinkMisses misses) {
        this.misses = misses;
        this.tools = tools;
        this.tokens = new StopToken(tools.keys());
    }

    /** The client whose mails a link stops, and whether they are stopped. */
    record Standing(String client, boolean stopped) {}

    /**
     * What a link stops; empty when nothing is known of the person any more. Changes nothing.
     *
     * @param address where the request comes from
     * @throws RefusedException NOT_FOUND for a link we did not write; TOO_MANY_REQUESTS for many of them
     */
    Optional<Standing> standing(String token, String address) {
        return find(token, address).map(row -> {
            Wave wave = tools.waves().require(row.waveId());
            String client = tools.engagements().require(wave.engagementId()).client();
            return new Standing(client, tools.contacts().isSuppressed(row.contactId()));
        });
    }

    /**
     * Stops all mails to the person of a link. May be repeated.
     *
     * @param address where the request comes from
     * @throws RefusedException NOT_FOUND for a link we did not write; TOO_MANY_REQUESTS for many of them
     */
    void stop(String token, String address) {
        find(token, address)
                .ifPresent(row -> tools.jdbi().useTransaction(handle -> {
                    handle.attach(InvitationDao.class).stopAll(row.contactId());
                    tools.contacts().suppress(row.contactId());
                }));
    }

    private Optional<InvitationRow> find(String token, String address) {
        Optional<UUID> invitation = tokens.invitation(LinkToken.of(token).value());
        if (invitation.isEmpty()) {
            misses.count(address);
            throw new RefusedException(
                    ProblemType.NOT_FOUND,
                    "This link leads nowhere. Perhaps a character is missing: copy the whole link from the mail.");
        }
        return tools.jdbi().onDemand(InvitationDao.class).find(invitation.get());
    }
}
