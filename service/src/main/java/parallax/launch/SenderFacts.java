package parallax.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.contact.ContactService.Contact;
import parallax.mail.Mailbox;

/**
 * Whether receivers will believe the mails' sender, as far as the settings show it: what stands in the name service (SPF,
 * DKIM, DMARC) only a test mail shows.
 */
final class SenderFacts {

    /** Their DMARC rules let nobody else send in their name. */
    private static final Set<String> PUBLIC_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me");

    private final String domain;
    private final String host;

    SenderFacts(Mailbox from, URI baseUrl) {
        this.domain = domain(from.address());
        this.host = baseUrl.getHost() == null ? "" : baseUrl.getHost().toLowerCase(Locale.ROOT);
    }

    /** What must be mended before mails are believed; empty: nothing that the settings show. */
    List<String> warnings(List<Contact> contacts) {
        List<String> warnings = new ArrayList<>();
        if (PUBLIC_MAIL.contains(domain)) {
            warnings.add(
                    "Mails come from %s, a public mail service: SPF and DKIM cannot be aligned with it, so DMARC fails and receivers refuse the mails. Set MAIL_FROM to an address of your own domain."
                            .formatted(domain));
        }
        Set<String> teams = contacts.stream()
                .filter(contact -> contact.audience().isTeam() && contact.email() != null)
                .map(contact -> domain(String.valueOf(contact.email())))
                .collect(Collectors.toSet());
        if (teams.stream().anyMatch(team -> isWithin(domain, team))) {
            warnings.add(
                    "Mails come from %s, the domain of the client’s own people: a third party does not write in its client’s name. Set MAIL_FROM to an address of your own domain."
                            .formatted(domain));
        }
        if (!isWithin(host, domain) && !isWithin(domain, host)) {
            warnings.add(
                    "Mails come from %s and their links lead to %s: readers and filters trust a link less that leaves the sender’s domain. Put the service on a name below %s."
                            .formatted(domain, host, domain));
        }
        return List.copyOf(warnings);
    }

    /** What the settings cannot show. */
    String unseen() {
        return "SPF, DKIM and DMARC of %s stand in the name service, where the settings do not show them: send a test to yourself and look for spf=pass, dkim=pass and dmarc=pass for %s in its source."
                .formatted(domain, domain);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isWithin(String name, String parent) {
        return name.equals(parent) || name.endsWith("." + parent);
    }
}
