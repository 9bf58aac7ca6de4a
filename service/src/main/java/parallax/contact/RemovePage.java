package parallax.contact;

import parallax.study.Engagement;
import parallax.web.Page;
import parallax.web.PageContext;

/** Asks before a person is removed. */
public final class RemovePage extends Page {

    private final Engagement engagement;
    private final ContactsPage.Line person;

    RemovePage(PageContext context, Engagement engagement, ContactView person) {
        super("/templates/contact/remove.ftlh", context);
        this.engagement = engagement;
        this.person = ContactsPage.line(person);
    }

    public String getEngagementName() {
        return engagement.name();
    }

    public String getContactsUrl() {
        return "/engagements/" + engagement.id() + "/contacts";
    }

    public ContactsPage.Line getPerson() {
        return person;
    }
}
