package parallax.access;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.Slice;

/** One's own account: password and tokens. */
public final class AccountPage extends Page {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Caller caller;
    private final Slice<TokenRow> tokens;
    private final List<InputError> errors;

    AccountPage(PageContext context, Caller caller, Slice<TokenRow> tokens, List<InputError> errors) {
        super("/templates/access/account.ftlh", context);
        this.caller = caller;
        this.tokens = tokens;
        this.errors = List.copyOf(errors);
    }

    public String getEmail() {
        return caller.email();
    }

    public List<TokenLine> getTokens() {
        return tokens.items().stream()
                .map(token -> new TokenLine(token.id().toString(), token.name(), DAY.format(token.createdAt())))
                .toList();
    }

    /** Address of the next tokens, or null. */
    public @Nullable String getNext() {
        return tokens.next() == null ? null : "/account?after=" + tokens.next();
    }

    public List<InputError> getErrors() {
        return errors;
    }

    /** A token as its owner sees it. */
    public record TokenLine(String id, String name, String made) {}
}
