package parallax.fieldwork;

import org.jdbi.v3.core.Jdbi;
import parallax.study.Engagement;
import parallax.study.EngagementContent;

/** Invitations and mails of an engagement, deleted with it. Who asked for no more mail stays remembered. */
final class FieldworkContent implements EngagementContent {

    private final Jdbi field;

    FieldworkContent(Jdbi field) {
        this.field = field;
    }

    @Override
    public void deleteContent(Engagement engagement) {
        // Mails go with their invitations.
        field.useExtension(FieldworkContentDao.class, dao -> dao.deleteInvitations(engagement.id()));
    }
}
