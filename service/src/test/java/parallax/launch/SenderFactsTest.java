package parallax.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parallax.contact.ContactService.Contact;
import parallax.mail.Mailbox;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;

class SenderFactsTest {

    @Test
    void mailsAndLinksOfOneDomainNeedNoWord() {
        SenderFacts facts = facts("study@alder.example", "https://study.alder.example/");
        assertThat(facts.warnings(List.of(seller("sue@northwind.example")))).isEmpty();
        assertThat(facts.unseen()).contains("dmarc=pass for alder.example");
    }

    @Test
    void aPublicMailServiceAForeignLinkAndTheClientsOwnDomainAreToldOf() {
        assertThat(facts("alder.finch@gmail.com", "https://study.gmail.com").warnings(List.of()))
                .singleElement()
                .asString()
                .contains("DMARC fails");
        assertThat(facts("study@alder.example", "https://surveys.example").warnings(List.of()))
                .singleElement()
                .asString()
                .contains("their links lead to surveys.example");
        assertThat(facts("study@mail.northwind.example", "https://mail.northwind.example")
                        .warnings(List.of(seller("sue@Northwind.example"))))
                .singleElement()
                .asString()
                .contains("the domain of the client’s own people");
    }

    private static SenderFacts facts(String from, String baseUrl) {
        return new SenderFacts(Mailbox.of(from, "Maria Alder"), URI.create(baseUrl));
    }

    private static Contact seller(String email) {
        return new Contact(
                new UUID(0, 2),
                new EngagementId(new UUID(0, 1)),
                Audience.SALES,
                email,
                null,
                null,
                null,
                "en",
                null,
                null,
                Map.of());
    }
}
