package parallax.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.PageContext;

/** Asks for the right person. */
public final class ReferralPage extends AnsweringPage {

    private final AskedForm asked;
    private final Referral typed;
    private final List<InputError> errors;

    ReferralPage(
            PageContext context, AnsweringSettings settings, AskedForm asked, Referral typed, List<InputError> errors) {
        super("referral.ftlh", context, settings, asked.texts());
        this.asked = asked;
        this.typed = typed;
        this.errors = errors;
    }

    public String getTitle() {
        String title = title(asked, getTexts().get("not_me.title"));
        return errors.isEmpty() ? title : getTexts().get("title.error", "title", title);
    }

    public String getName() {
        return typed.name();
    }

    public String getMail() {
        return typed.email();
    }

    public List<InputError> getErrors() {
        return errors;
    }

    public @Nullable String getNameError() {
        return error(ReferralFlow.NAME);
    }

    public @Nullable String getMailError() {
        return error(ReferralFlow.MAIL);
    }

    private @Nullable String error(String field) {
        return errors.stream()
                .filter(one -> field.equals(one.pointer()))
                .map(InputError::message)
                .findFirst()
                .orElse(null);
    }
}
