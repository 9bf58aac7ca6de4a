package parallax.fieldwork;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService.Contact;
import parallax.mail.Letter;
import parallax.mail.Letters;
import parallax.mail.MailKind;
import parallax.mail.MayStillSend;
import parallax.mail.OutboxMail;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.RefusedException;

/** Writes invitations and reminders, and says whether they may still leave. */
final class InvitationLetters implements Letters, MayStillSend {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    // A touchpoint: twelve of them are the six minutes (teams: five) that the form is designed for.
    private static final double CUSTOMER_MINUTES = 0.5;
    private static final double TEAM_MINUTES = 0.4;

    private final FieldworkTools tools;
    private final StopToken stopTokens;
    private final String base;
    private final int contactsKeptDays;

    InvitationLetters(FieldworkTools tools, FieldworkSettings settings) {
        this.tools = tools;
        this.contactsKeptDays = settings.contactsKeptDays();
        this.stopTokens = new StopToken(tools.keys());
        this.base = settings.baseUrl().toString().replaceFirst("/+$", "");
    }

    @Override
    public boolean maySend(Handle handle, OutboxMail mail) {
        Wave wave;
        try {
            wave = tools.waves().lockForShare(handle, mail.wave());
        } catch (RefusedException deleted) {
            return false;
        }
        boolean time = mail.kind() == MailKind.REMINDER
                ? wave.state() == WaveState.OPEN
                : wave.state().takesAnswers();
        return time
                && handle.attach(InvitationDao.class)
                        .find(mail.invitation())
                        .filter(row -> row.state().equals(InvitationRow.OPEN) && !row.bounced())
                        .filter(row -> !tools.contacts().isSuppressed(row.contactId()))
                        .isPresent();
    }

    @Override
    public Optional<Letter> write(OutboxMail mail) {
        Optional<InvitationRow> found =
                tools.jdbi().onDemand(InvitationDao.class).find(mail.invitation());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        InvitationRow row = found.get();
        Contact contact = tools.contacts().require(row.contactId());
        String email = contact.email();
        if (email == null) {
            return Optional.empty();
        }
        Wave wave = tools.waves().require(row.waveId());
        Engagement engagement = tools.engagements().require(wave.engagementId());
        return Optional.of(new Letter(
                new Letter.Addressee(email, contact.name(), greeting(contact)),
                occasion(engagement, wave, contact),
                links(row),
                engagement.sample()));
    }

    @Override
    public void addressRefused(OutboxMail mail) {
        tools.jdbi().onDemand(InvitationDao.class).markBounced(mail.invitation());
    }

    private Letter.Occasion occasion(Engagement engagement, Wave wave, Contact contact) {
        Audience audience = contact.audience();
        int touchpoints = tools.waves().questionnaire(wave).touchpoints().size();
        int minutes =
                (int) Math.max(2, Math.round(touchpoints * (audience.isTeam() ? TEAM_MINUTES : CUSTOMER_MINUTES)));
        AudienceFrame frame = tools.waves().frames(wave.id()).getOrDefault(audience, AudienceFrame.unknown());
        Integer people = frame.people();
        return new Letter.Occasion(
                engagement.client(),
                minutes,
                until(wave.closesAt(), contact.timeZone()),
                audience.isTeam() ? audience.code() : null,
                new Letter.Promise(
                        people == null ? 0 : people,
                        audience.isTeam() ? engagement.minimumTeam() : engagement.minimumGroup(),
                        engagement.minimumAccounts(),
                        deletion(wave)));
    }

    private Letter.Links links(InvitationRow row) {
        String token = tools.keys().linkToken(row.waveId().value(), row.id(), row.generation());
        return new Letter.Links(base + "/s/" + token, base + "/u/" + stopTokens.of(row.id()));
    }

    /** "Ms Okafor" as it stands; a bare "Ms" needs the name behind it. */
    private static @Nullable String greeting(Contact contact) {
        String salutation = contact.salutation();
        if (salutation == null || salutation.isBlank()) {
            return contact.name();
        }
        boolean whole = salutation.strip().contains(" ");
        return whole || contact.name() == null ? salutation : salutation.strip() + " " + contact.name();
    }

    private String deletion(Wave wave) {
        Instant end = Closing.endOf(wave);
        return end == null
                ? "%d days after the study closes".formatted(contactsKeptDays)
                : "by " + DATE.format(end.plus(Duration.ofDays(contactsKeptDays)));
    }

    private static @Nullable String until(@Nullable Instant closesAt, @Nullable String timeZone) {
        // A wave that closes at midnight is open until the day before.
        return closesAt == null ? null : DAY.withZone(zone(timeZone)).format(closesAt.minusSeconds(1));
    }

    private static ZoneId zone(@Nullable String timeZone) {
        try {
            return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
