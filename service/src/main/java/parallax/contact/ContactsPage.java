package parallax.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.Slice;

/** The people of an engagement: how many, and who. */
public final class ContactsPage extends Page {

    private final Engagement engagement;
    private final Map<Audience, Integer> counts;
    private final Slice<ContactView> people;

    ContactsPage(PageContext context, Engagement engagement, Map<Audience, Integer> counts, Slice<ContactView> people) {
        super("/templates/contact/contacts.ftlh", context);
        this.engagement = engagement;
        this.counts = counts;
        this.people = people;
    }

    /** A person as the list shows it. */
    public record Line(
            UUID id,
            String audience,
            String name,
            String address,
            boolean phoneWrong,
            String account,
            String language,
            String segments) {}

    public String getEngagementId() {
        return engagement.id().toString();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    public int getCustomers() {
        return counts.getOrDefault(Audience.CUSTOMER, 0);
    }

    public int getSales() {
        return counts.getOrDefault(Audience.SALES, 0);
    }

    public int getMarketing() {
        return counts.getOrDefault(Audience.MARKETING, 0);
    }

    public List<Line> getPeople() {
        return people.items().stream().map(ContactsPage::line).toList();
    }

    static Line line(ContactView person) {
        String email = person.email();
        return new Line(
                person.id(),
                Audience.ofCode(person.audience()).isTeam() ? capital(person.audience()) : "Customer",
                text(person.name()),
                email == null ? text(person.phone()) : email,
                Boolean.TRUE.equals(person.phoneWrong()),
                text(person.account()),
                person.language(),
                person.segments().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Address of the further people, or "". */
    public String getNext() {
        return people.next() == null ? "" : "/engagements/" + engagement.id() + "/contacts?after=" + people.next();
    }
}
