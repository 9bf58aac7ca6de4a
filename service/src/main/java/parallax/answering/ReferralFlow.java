package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parallax.answering.Admission.Admitted;
import parallax.questionnaire.Audience;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** "I am not the right person": a customer names a colleague. */
final class ReferralFlow {

    static final String NAME = "name";
    static final String MAIL = "mail";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MAIL = 254;
    /** One address and nothing beside it; whether it is one that mail goes to is told when it becomes a contact. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@,;<>\"()\\p{Cntrl}]+@[^\\s@,;<>\"()\\p{Cntrl}]+\\.[^\\s@,;<>\"().\\p{Cntrl}]+");

    private final Admission admission;
    private final AskedForms forms;
    private final AnsweringSettings settings;
    private final Notices notices;

    ReferralFlow(Admission admission, AskedForms forms, AnsweringSettings settings) {
        this.admission = admission;
        this.forms = forms;
        this.settings = settings;
        this.notices = new Notices(settings);
    }

    Reply open(String rawToken, List<String> languages) {
        Optional<Admitted> found = admission.find(LinkToken.of(rawToken).value());
        return refusal(found, languages)
                .orElseGet(() -> show(200, found.orElseThrow(), new Referral("", ""), List.of()));
    }

    Reply post(String rawToken, InputStream body, List<String> languages) throws IOException {
        PostedForm posted;
        try {
            posted = PostedForm.read(body);
        } catch (RefusedException refusal) {
            return notices.refused(refusal, Texts.inFirstOf(languages));
        }
        Optional<Admitted> found = admission.find(LinkToken.of(rawToken).value());
        Optional<Reply> refusal = refusal(found, languages);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Admitted admitted = found.orElseThrow();
        Texts texts = forms.of(admitted).texts();
        Referral referral = new Referral(text(posted, NAME), text(posted, MAIL));
        List<InputError> errors = new ArrayList<>(PageReader.frameErrors(texts, posted, Set.of(NAME, MAIL)));
        if (referral.name().isEmpty() || referral.name().length() > LONGEST_NAME) {
            errors.add(InputError.field(NAME, null, texts.get("not_me.error.name")));
        }
        if (referral.email().length() > LONGEST_MAIL
                || !ADDRESS.matcher(referral.email()).matches()) {
            errors.add(InputError.field(MAIL, null, texts.get("not_me.error.mail")));
        }
        if (!errors.isEmpty()) {
            return show(ProblemType.INVALID.status(), admitted, referral, errors);
        }
        admission.refer(admitted, referral);
        return notices.named(texts);
    }

    /** Only customers may name somebody: who is in a team is the client's business. */
    private Optional<Reply> refusal(Optional<Admitted> found, List<String> languages) {
        if (found.isEmpty() || found.get().audience() != Audience.CUSTOMER) {
            return Optional.of(notices.unknown(Texts.inFirstOf(languages)));
        }
        return found.get().open()
                ? Optional.empty()
                : Optional.of(notices.of(
                        forms.refusalOf(found.get()), Texts.in(found.get().language())));
    }

    private static String text(PostedForm posted, String field) {
        String sent = posted.single(field).orElse("");
        return WishReader.isReadable(sent) ? PlainText.clean(sent.replaceAll("\\s+", " ")) : "";
    }

    private Reply show(int status, Admitted admitted, Referral typed, List<InputError> errors) {
        AskedForm asked = forms.of(admitted);
        return Reply.show(status, context -> new ReferralPage(context, settings, asked, typed, errors));
    }
}
