package parallax.fieldwork;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.answering.Minutes;
import parallax.contact.ContactService.Contact;
import parallax.mail.Letter;
import parallax.mail.Letters;
import parallax.mail.MayStillSend;
import parallax.mail.OutboxMail;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;

/** Writes invitations and reminders, and says whether they may still leave. */
final class InvitationLetters implements Letters, MayStillSend {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** What all mails of a wave say alike is looked up this often. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 100;

    private final Map<WaveId, Study> studies = new ConcurrentHashMap<>();
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
        return handle.attach(InvitationDao.class)
                .findAddresseeForShare(mail.invitation(), mail.wave())
                .filter(addressee -> addressee.mayBeWrittenTo(mail.kind()))
                .filter(addressee -> !tools.contacts().isSuppressed(addressee.contactId()))
                .isPresent();
    }

    @Override
    public Optional<Letter> write(OutboxMail mail) {
        Optional<InvitationRow> found =
                tools.jdbi().onDemand(InvitationDao.class).find(mail.invitation());
        // A letter without its link says nothing.
        if (found.isEmpty() || tools.keys().areLinksDestroyed(mail.wave().value())) {
            return Optional.empty();
        }
        InvitationRow row = found.get();
        Contact contact = tools.contacts().require(row.contactId());
        String email = contact.email();
        if (email == null) {
            return Optional.empty();
        }
        Wave wave = tools.waves().require(row.waveId());
        Study study = studyOf(wave);
        return Optional.of(new Letter(
                new Letter.Addressee(email, contact.name(), greeting(contact)),
                occasion(study, wave, contact),
                links(row),
                study.engagement().sample()));
    }

    @Override
    public void addressRefused(OutboxMail mail) {
        tools.jdbi().onDemand(InvitationDao.class).markBounced(mail.invitation());
    }

    private Study studyOf(Wave wave) {
        Instant now = tools.clock().instant();
        Study known = studies.get(wave.id());
        if (known != null && known.waveVersion() == wave.version() && now.isBefore(known.until())) {
            return known;
        }
        Study read = new Study(
                tools.engagements().require(wave.engagementId()),
                tools.waves().questionnaire(wave).touchpoints().size(),
                tools.waves().frames(wave.id()),
                wave.version(),
                now.plus(KEPT));
        studies.keySet().removeIf(id -> studies.size() >= MOST_KEPT);
        studies.put(wave.id(), read);
        return read;
    }

    private Letter.Occasion occasion(Study study, Wave wave, Contact contact) {
        Engagement engagement = study.engagement();
        Audience audience = contact.audience();
        int minutes = Minutes.of(audience, study.touchpoints());
        Integer people =
                study.frames().getOrDefault(audience, AudienceFrame.unknown()).people();
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
        return new Letter.Links(
                answerLink(row.waveId(), row.id(), row.generation()), base + "/u/" + stopTokens.of(row.id()));
    }

    String answerLink(WaveId wave, UUID invitation, int generation) {
        return base + "/s/" + tools.keys().linkToken(wave.value(), invitation, generation);
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

    /** What all mails of a wave say alike. */
    private record Study(
            Engagement engagement,
            int touchpoints,
            Map<Audience, AudienceFrame> frames,
            int waveVersion,
            Instant until) {}
}
