package parallax.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A deletion without the name of what is to be deleted. */
public final class NotConfirmedException extends RefusedException {

    public NotConfirmedException(String name, @Nullable String confirm) {
        super(
                ProblemType.INVALID,
                "Nothing was deleted: the name does not match.",
                List.of(InputError.field(
                        "confirm", confirm, "Give the engagement’s name exactly as it is: %s".formatted(name))));
    }
}
