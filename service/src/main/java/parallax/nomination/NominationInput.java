package parallax.nomination;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** How customers were chosen, as it is sent. */
@Schema(name = "Nomination")
record NominationInput(
        @Schema(description = "Who chose, such as “Account managers”") @Nullable
        String chosenBy,

        @Schema(description = "People who could have been asked") @Nullable
        Integer eligible,

        @Schema(description = "Of them, those who were named") @Nullable
        Integer named,

        @Schema(description = "Of them, those who were struck, by reason; left out: none") @Nullable
        List<@Nullable StruckInput> struck) {

    static final int LONGEST = 80;
    static final int MOST_REASONS = 20;
    private static final int MOST_PEOPLE = 10_000_000;

    /** People left out for one reason. */
    @Schema(name = "StruckContacts")
    record StruckInput(@Nullable String reason, @Nullable Integer people) {}

    static NominationInput of(Nomination nomination) {
        return new NominationInput(
                nomination.chosenBy(),
                nomination.eligible(),
                nomination.named(),
                new ArrayList<>(nomination.struck().stream()
                        .map(one -> new StruckInput(one.reason(), one.people()))
                        .toList()));
    }

    /** @throws RefusedException INVALID, with everything that is wrong */
    Nomination check() {
        List<InputError> errors = new ArrayList<>();
        String who = text(errors, "/chosen_by", chosenBy, "Enter who chose the customers, such as “Account managers”.");
        int all = number(errors, "/eligible", eligible, 1, "Enter how many contacts could have been asked");
        int chosen = number(errors, "/named", named, 0, "Enter how many of them were named");
        List<Nomination.Struck> left = reasons(errors);
        long together = (long) chosen
                + left.stream().mapToLong(Nomination.Struck::people).sum();
        if (errors.isEmpty() && together > all) {
            errors.add(InputError.field(
                    "/eligible",
                    Integer.toString(all),
                    "Named and struck are %,d together: use at least so many, or correct the others."
                            .formatted(together)));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "How the customers were chosen cannot be taken so. Nothing was saved.",
                    errors);
        }
        return new Nomination(who, all, chosen, left);
    }

    private List<Nomination.Struck> reasons(List<InputError> errors) {
        List<Nomination.Struck> taken = new ArrayList<>();
        List<@Nullable StruckInput> given = struck == null ? List.of() : struck;
        if (given.size() > MOST_REASONS) {
            errors.add(InputError.field(
                    "/struck",
                    Integer.toString(given.size()),
                    "Use %d reasons or fewer; put rare ones together.".formatted(MOST_REASONS)));
            return taken;
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            StruckInput one = given.get(i);
            int before = errors.size();
            String at = "/struck/" + i;
            String reason = text(
                    errors, at + "/reason", one == null ? null : one.reason(), "Enter why these people were struck.");
            int people = number(
                    errors, at + "/people", one == null ? null : one.people(), 1, "Enter how many people were struck");
            if (errors.size() == before && !known.add(reason.toLowerCase(Locale.ROOT))) {
                errors.add(InputError.field(at + "/reason", reason, "This reason stands twice; add the two numbers."));
            }
            if (errors.size() == before) {
                taken.add(new Nomination.Struck(reason, people));
            }
        }
        return taken;
    }

    private static String text(List<InputError> errors, String pointer, @Nullable String typed, String missing) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            errors.add(InputError.field(pointer, typed, missing));
        } else if (text.codePointCount(0, text.length()) > LONGEST) {
            errors.add(InputError.field(pointer, text, "Shorten this to %d characters.".formatted(LONGEST)));
        } else if (text.codePoints().anyMatch(NominationInput::isNoText)) {
            errors.add(InputError.field(
                    pointer, text, "Remove line breaks and control characters; this is one line of ordinary text."));
        }
        return text;
    }

    private static boolean isNoText(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static int number(
            List<InputError> errors, String pointer, @Nullable Integer typed, int least, String missing) {
        if (typed == null || typed < least || typed > MOST_PEOPLE) {
            errors.add(InputError.field(
                    pointer,
                    typed == null ? null : typed.toString(),
                    "%s, a whole number from %d to %,d.".formatted(missing, least, MOST_PEOPLE)));
            return least;
        }
        return typed;
    }
}
