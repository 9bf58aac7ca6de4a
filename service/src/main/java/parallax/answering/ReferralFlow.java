package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Opened;
import parallax.questionnaire.Audience;
import parallax.questionnaire.KeptText;
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
    private final DraftService drafts;
    private final AskedForms forms;
    private final AnsweringSettings settings;
    private final Notices notices;

    ReferralFlow(Admission admission, DraftService drafts, AskedForms forms, AnsweringSettings settings) {
        this.admission = admission;
        this.drafts = drafts;
        this.forms = forms;
        this.settings = settings;
        this.notices = new Notices(settings);
    }

    Reply open(String rawToken, Visit visit) {
        Opened opened = drafts.open(LinkToken.of(rawToken));
        return refusal(opened.admitted(), visit)
                .orElseGet(() -> show(200, asked(opened, visit), new Referral("", ""), List.of()));
    }

    Reply post(String rawToken, InputStream body, Visit visit) throws IOException {
        PostedForm posted;
        try {
            posted = PostedForm.read(body);
        } catch (RefusedException refusal) {
            return notices.refused(refusal, Texts.inFirstOf(visit.languages()));
        }
        Opened opened = drafts.open(LinkToken.of(rawToken));
        Optional<Reply> refusal = refusal(opened.admitted(), visit);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AskedForm asked = asked(opened, visit);
        Texts texts = asked.texts();
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
            return show(ProblemType.INVALID.status(), asked, referral, errors);
        }
        admission.refer(opened.admitted().orElseThrow(), referral);
        return notices.named(texts);
    }

    /** Only customers may name somebody: who is in a team is the client's business. */
    private Optional<Reply> refusal(Optional<Admitted> found, Visit visit) {
        return notices.refusal(found.filter(admitted -> admitted.audience() == Audience.CUSTOMER), visit);
    }

    /** In the language in which the form was read before. */
    private AskedForm asked(Opened opened, Visit visit) {
        Admitted admitted = opened.admitted().orElseThrow();
        AskedForm form = forms.of(admitted);
        return forms.chosen(form, admitted, opened.draft(form).draft(), visit.languages());
    }

    private static String text(PostedForm posted, String field) {
        String sent = posted.single(field).orElse("");
        return WishReader.isReadable(sent) ? KeptText.clean(sent.replaceAll("\\s+", " ")) : "";
    }

    private Reply show(int status, AskedForm asked, Referral typed, List<InputError> errors) {
        return Reply.show(status, context -> new ReferralPage(context, settings, asked, typed, errors));
    }
}
