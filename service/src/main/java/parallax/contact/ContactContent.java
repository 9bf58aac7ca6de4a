package parallax.contact;

import org.jdbi.v3.core.Jdbi;
import parallax.study.Engagement;
import parallax.study.EngagementContent;

/** Deletes an engagement's people, accounts and imports with it; who asked not to be mailed stays remembered. */
final class ContactContent implements EngagementContent {

    private final Jdbi field;

    ContactContent(Jdbi field) {
        this.field = field;
    }

    @Override
    public void deleteContent(Engagement engagement) {
        field.useTransaction(handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            dao.deleteContacts(engagement.id());
            dao.deleteEmptyAccounts(engagement.id());
            dao.deleteImports(engagement.id());
        });
    }
}
