package parallax.contact;

import java.util.Map;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.EngagementTask;

/** Contacts in an engagement's task list. */
final class ContactTask implements EngagementTask {

    private static final int ORDER = 20;

    private final ContactService contacts;

    ContactTask(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public Line line(Engagement engagement) {
        Map<Audience, Integer> counts = contacts.count(engagement.id());
        int customers = counts.getOrDefault(Audience.CUSTOMER, 0);
        int sales = counts.getOrDefault(Audience.SALES, 0);
        int marketing = counts.getOrDefault(Audience.MARKETING, 0);
        boolean none = customers + sales + marketing == 0;
        return new Line(
                ORDER,
                "Contacts",
                "/engagements/" + engagement.id() + (none ? "/contacts/import" : "/contacts"),
                none ? "Nobody yet" : "%,d customers, %,d sales, %,d marketing".formatted(customers, sales, marketing),
                none ? Progress.TO_DO : customers > 0 && sales + marketing > 0 ? Progress.DONE : Progress.UNDER_WAY,
                "Import contacts");
    }
}
