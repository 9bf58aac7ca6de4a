package parallax.contact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mail addresses of a function, not of a person: several read them, and whoever answers speaks for one. */
final class RoleAddress {

    private static final Set<String> FUNCTIONS = Set.of(
            "abuse",
            "accounting",
            "accounts",
            "admin",
            "administration",
            "billing",
            "buchhaltung",
            "compras",
            "comercial",
            "commercial",
            "contact",
            "contacto",
            "customerservice",
            "einkauf",
            "empfang",
            "enquiries",
            "finance",
            "hello",
            "help",
            "helpdesk",
            "hr",
            "info",
            "kontakt",
            "mail",
            "marketing",
            "no-reply",
            "noreply",
            "office",
            "orders",
            "post",
            "postmaster",
            "presse",
            "purchasing",
            "reception",
            "sales",
            "sekretariat",
            "service",
            "support",
            "team",
            "ventas",
            "verkauf",
            "vertrieb",
            "webmaster",
            "zentrale");

    private RoleAddress() {}

    static List<Wrong> warnings(@Nullable String email) {
        if (email == null) {
            return List.of();
        }
        String local = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
        return FUNCTIONS.contains(local)
                ? List.of(new Wrong(
                        "email",
                        email,
                        "looks like the address of a function, not of a person: several may read the personal link",
                        "ask for the person's own address; the row is taken as it is"))
                : List.of();
    }
}
