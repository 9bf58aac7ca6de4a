package parallax.intake;

import org.jdbi.v3.core.Jdbi;
import parallax.study.Engagement;
import parallax.study.EngagementContent;

/** Deletes an engagement's files on their way in with it, and what is remembered of a client that has no other. */
final class IntakeContent implements EngagementContent {

    private final Jdbi field;

    IntakeContent(Jdbi field) {
        this.field = field;
    }

    @Override
    public void deleteContent(Engagement engagement) {
        field.useTransaction(handle -> {
            IntakeDao dao = handle.attach(IntakeDao.class);
            dao.deleteOf(engagement.id());
            dao.forgetMapping(engagement.client(), engagement.id());
        });
    }
}
