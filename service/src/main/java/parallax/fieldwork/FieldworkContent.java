package parallax.fieldwork;

import org.jdbi.v3.core.Jdbi;
import parallax.study.Engagement;
import parallax.study.EngagementContent;

/** Invitations, drafts and mails of an engagement, deleted with it. Who asked for no more mail stays remembered. */
final class FieldworkContent implements EngagementContent {

    private final Jdbi field;

    FieldworkContent(Jdbi field) {
        this.field = field;
    }

    @Override
    public void deleteContent(Engagement engagement) {
        field.useTransaction(handle -> {
            FieldworkContentDao dao = handle.attach(FieldworkContentDao.class);
            dao.deleteDrafts(engagement.id());
            // Mails go with their invitations.
            dao.deleteInvitations(engagement.id());
        });
    }
}
