package parallax.access;

import java.util.List;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

final class SignInPage extends Page {

    private final String next;
    private final String email;
    private final List<InputError> errors;

    SignInPage(PageContext context, String next, String email, List<InputError> errors) {
        super("/templates/access/sign-in.ftlh", context);
        this.next = next;
        this.email = email;
        this.errors = List.copyOf(errors);
    }

    public String getNext() {
        return next;
    }

    public String getEmail() {
        return email;
    }

    public List<InputError> getErrors() {
        return errors;
    }
}
