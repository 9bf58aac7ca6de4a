package parallax.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.mail.InvalidAddressException;
import parallax.mail.Letter;
import parallax.mail.MailFeature;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.notice.Happening.What;
import parallax.notice.NoticeDao.NoticeRow;
import parallax.notice.NoticeDao.WaveRow;
import parallax.study.Engagement;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.web.Caller;

/** Tells each consultant once of what is ahead; a mail that the server does not take is tried again each hour until then. */
final class NoticeService {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeService.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Jdbi field;
    private final StudyFeature study;
    private final MailFeature mail;
    private final Supplier<List<Caller>> staff;
    private final NoticeFeature.Settings settings;
    private final NoticeText text;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    NoticeService(
            Jdbi field,
            NoticeFeature.Neighbours neighbours,
            NoticeFeature.Settings settings,
            InstantSource clock,
            Supplier<UUID> ids) {
        this.field = field;
        this.study = neighbours.study();
        this.mail = neighbours.mail();
        this.staff = neighbours.staff();
        this.settings = settings;
        this.text = new NoticeText(settings.baseUrl());
        this.clock = clock;
        this.ids = ids;
    }

    /** The work of the job. */
    void tick() {
        List<Caller> people = staff.get();
        NoticeDao dao = field.onDemand(NoticeDao.class);
        for (WaveRow row : dao.listWaves()) {
            announce(dao, study.waves().require(row.id()), row.hasPeople(), people);
        }
        Instant now = clock.instant();
        for (Optional<NoticeRow> next = dao.take(now); next.isPresent(); next = dao.take(now)) {
            send(dao, next.get(), people);
        }
    }

    private void announce(NoticeDao dao, Wave wave, boolean hasPeople, List<Caller> people) {
        Instant now = clock.instant();
        for (Happening happening : Happening.ahead(wave, hasPeople, settings.kept())) {
            if (happening.isToBeTold(now)) {
                List<NoticeRow> rows = people.stream()
                        .map(person -> new NoticeRow(
                                ids.get(), wave.id(), code(happening.what()), happening.at(), person.id(), now))
                        .toList();
                if (Arrays.stream(dao.insert(rows)).sum() > 0) {
                    LOG.info("wave {}: {} on {}", wave.id(), code(happening.what()), happening.at());
                }
            }
        }
    }

    private void send(NoticeDao dao, NoticeRow row, List<Caller> people) {
        Optional<Caller> person =
                people.stream().filter(one -> one.id().equals(row.personId())).findFirst();
        Optional<Letter.Words> words = words(row);
        // without a mail server the wave's page tells it alone
        if (person.isEmpty() || words.isEmpty() || !mail.leavesTheHouse()) {
            return;
        }
        Letter letter = new Letter(
                new Letter.Addressee(person.get().email(), person.get().name()),
                words.get(),
                new Letter.Links(null, null),
                false);
        try {
            if (!mail.sendNow(new OutboxMail(row.id(), row.id(), row.waveId(), MailKind.REMINDER, 0), letter)) {
                dao.putOff(row.id(), clock.instant().plus(AGAIN));
            }
        } catch (InvalidAddressException e) {
            LOG.warn("person {} cannot be told of wave {}: no address to write to", row.personId(), row.waveId());
        }
    }

    /** Empty once it is not ahead any more: it has happened, or the day was moved, or the wave is a sample. */
    private Optional<Letter.Words> words(NoticeRow row) {
        Happening told = new Happening(What.valueOf(row.what().toUpperCase(Locale.ROOT)), row.happensAt());
        Wave wave = study.waves().require(row.waveId());
        Engagement engagement = study.engagements().require(wave.engagementId());
        boolean isAhead = Happening.ahead(wave, true, settings.kept()).contains(told)
                && told.at().isAfter(clock.instant());
        return isAhead && !engagement.sample() ? Optional.of(text.of(told, engagement, wave)) : Optional.empty();
    }

    private static String code(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
