package parallax.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService.Contact;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.web.Page;
import parallax.web.PageContext;

/** A mail as somebody will get it, on a phone. */
public final class PreviewPage extends Page {

    private final Engagement engagement;
    private final MessageKey key;
    private final PreviewService.Preview preview;
    private final boolean testable;

    /** @param testable whether it can be sent to the one who looks */
    PreviewPage(
            PageContext context,
            Engagement engagement,
            MessageKey key,
            PreviewService.Preview preview,
            boolean testable) {
        super("/templates/message/preview.ftlh", context);
        this.engagement = engagement;
        this.key = key;
        this.preview = preview;
        this.testable = testable;
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getUrl() {
        return "/engagements/" + engagement.id() + "/messages";
    }

    public String getTitle() {
        return key.kind().title();
    }

    public String getKind() {
        return key.kind().code();
    }

    public String getAudience() {
        return key.readers().code();
    }

    public String getLanguage() {
        return key.language();
    }

    public String getQuery() {
        UUID contact = preview.contact();
        return key.query() + (contact == null ? "" : "&contact=" + contact);
    }

    public String getFrom() {
        return preview.from().toHeader();
    }

    public String getSubject() {
        return preview.words().subject();
    }

    public String getText() {
        return preview.words().text();
    }

    /** Such as {@code 4.2 KB}. */
    public String getWeight() {
        return "%.1f KB".formatted(preview.bytes() / 1000.0);
    }

    /** Words as a reader counts them. */
    public int getWords() {
        return preview.words().text().strip().split("\\s+").length;
    }

    /** Whether it leaves from here. */
    public boolean isSentByUs() {
        return key.kind().isSentByUs();
    }

    public boolean isTestable() {
        return testable;
    }

    /** The one who looks. */
    public String getOwnAddress() {
        return getContext().caller().map(caller -> caller.email()).orElse("");
    }

    public boolean isAsking() {
        return key.kind().placeholders().contains(Placeholder.LINK);
    }

    public String getTrial() {
        return preview.trial();
    }

    /** The code of the trial's address, an SVG element of ours. */
    public String getQr() {
        return QrCode.svg(preview.trial(), "Code that opens the form to try out");
    }

    public String getContact() {
        UUID contact = preview.contact();
        return contact == null ? "" : contact.toString();
    }

    public List<Option> getContacts() {
        return preview.offered().stream()
                .map(contact -> new Option(contact.id().toString(), label(contact)))
                .toList();
    }

    public List<Option> getLanguages() {
        return engagement.languages().stream()
                .map(tag -> new Option(tag, Wording.of(tag).name()))
                .toList();
    }

    private static String label(Contact contact) {
        @Nullable String name = contact.name();
        return name == null ? String.valueOf(contact.email()) : name;
    }

    /** A choice of a list. */
    public record Option(String value, String label) {}
}
