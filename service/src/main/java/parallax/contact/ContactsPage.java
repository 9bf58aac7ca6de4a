package parallax.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** The people of an engagement: how many, who, and the form for a file of more. */
public final class ContactsPage extends Page {

    private final Engagement engagement;
    private final Map<Audience, Integer> counts;
    private final Slice<ContactView> people;
    private final List<ImportLine> imports;
    private final @Nullable RefusedException refused;

    ContactsPage(
            PageContext context,
            Engagement engagement,
            Map<Audience, Integer> counts,
            Slice<ContactView> people,
            List<ImportRow> imports,
            @Nullable RefusedException refused) {
        super("/templates/contact/contacts.ftlh", context);
        this.engagement = engagement;
        this.counts = counts;
        this.people = people;
        this.imports = imports.stream().map(ImportLine::of).toList();
        this.refused = refused;
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

    public String getLanguages() {
        return String.join(", ", engagement.languages());
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

    /** The latest imports, newest first. */
    public List<ImportLine> getImports() {
        return imports;
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

    /** What was wrong with the file as a whole, or null. */
    public @Nullable String getProblem() {
        return refused == null ? null : refused.getMessage();
    }

    /** What was wrong with the form field. */
    public List<InputError> getErrors() {
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(error -> error.pointer() != null)
                        .toList();
    }

    /** What was wrong with cells of the file. */
    public List<InputError> getRowProblems() {
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(error -> error.pointer() == null)
                        .toList();
    }
}
