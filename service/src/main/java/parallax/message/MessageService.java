package parallax.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.mail.MailKind;
import parallax.mail.Outbox;
import parallax.message.MessageDao.SetRow;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.InvalidInputException;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The texts of mails: those of the next launch can be written, those of a launched wave only corrected. */
public final class MessageService {

    private final Jdbi field;
    private final Occasions occasions;
    private final MailComposer composer;
    private final Outbox outbox;
    private final Audit audit;

    MessageService(Jdbi field, Occasions occasions, MailComposer composer, Outbox outbox, Audit audit) {
        this.field = field;
        this.occasions = occasions;
        this.composer = composer;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The texts of the next launch. */
    public MessageSet current(EngagementId engagement) {
        return field.withHandle(handle -> read(handle.attach(MessageDao.class), engagement, null));
    }

    /** The texts a wave was launched with; of an older one the suggested texts. */
    public MessageSet of(Wave wave) {
        return field.withHandle(handle -> read(
                handle.attach(MessageDao.class), wave.engagementId(), wave.id().value()));
    }

    /**
     * Writes one text.
     *
     * @param opened as it stood when it was opened; null: whatever stands is replaced
     * @throws ChangedMeanwhileException when somebody else changed it since to something else
     * @throws InvalidInputException naming every fault
     */
    void save(Caller caller, Engagement engagement, MessageKey key, MessageText text, @Nullable MessageText opened) {
        requireValid(check(engagement, key, text, ""));
        change(caller, engagement.id(), version -> {}, (dao, set) -> {
            MessageText stands = set.text(key);
            if (opened != null && !stands.equals(opened) && !stands.equals(text)) {
                throw new ChangedMeanwhileException(stands);
            }
            put(dao, engagement.id(), key, text);
            return set.thanks();
        });
    }

    /** Puts the suggested text back. */
    void suggest(Caller caller, Engagement engagement, MessageKey key) {
        change(caller, engagement.id(), version -> {}, (dao, set) -> {
            dao.remove(engagement.id(), key.kind().code(), key.readers().code(), key.language());
            return set.thanks();
        });
    }

    /** Whether those who answer get a thank-you. */
    void thank(Caller caller, EngagementId engagement, boolean thanks) {
        change(caller, engagement, version -> {}, (dao, set) -> thanks);
    }

    /**
     * Replaces all texts; for those left out the suggested ones stand.
     *
     * @param thanks null: as it is
     * @throws InvalidInputException naming every fault by its place in the list
     */
    void replace(
            Caller caller,
            Engagement engagement,
            List<Map.Entry<MessageKey, MessageText>> texts,
            @Nullable Boolean thanks,
            IntConsumer requireVersion) {
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            errors.addAll(
                    check(engagement, texts.get(i).getKey(), texts.get(i).getValue(), "/messages/%d/".formatted(i)));
        }
        requireValid(errors);
        change(caller, engagement.id(), requireVersion, (dao, set) -> {
            dao.clear(engagement.id());
            texts.forEach(text -> put(dao, engagement.id(), text.getKey(), text.getValue()));
            return thanks == null ? set.thanks() : thanks;
        });
    }

    /** Takes over what a wave was sent, in the engagement's languages. */
    void copy(Caller caller, Engagement engagement, Wave from) {
        MessageSet sent = of(from);
        change(caller, engagement.id(), version -> {}, (dao, set) -> {
            sent.own().forEach((key, text) -> {
                if (engagement.languages().contains(key.language())) {
                    put(dao, engagement.id(), key, text);
                }
            });
            return sent.thanks();
        });
    }

    /** Keeps all texts with a wave that is being launched, in the caller's transaction. */
    public void freeze(Handle handle, Engagement engagement, Wave wave) {
        MessageDao dao = handle.attach(MessageDao.class);
        dao.makeSet(engagement.id());
        dao.lockSet(engagement.id());
        MessageSet set = read(dao, engagement.id(), null);
        dao.makeWaveSet(engagement.id(), wave.id(), set.thanks());
        dao.write(
                engagement.id(),
                wave.id().value(),
                MessageSet.keys(engagement.languages(), EnumSet.allOf(Readers.class)).stream()
                        .map(key -> MessageRow.of(key, set.text(key)))
                        .toList());
    }

    /** Forgets the texts of a wave whose launch is taken back, in the caller's transaction. */
    public void thaw(Handle handle, WaveId wave) {
        MessageDao dao = handle.attach(MessageDao.class);
        dao.removeWaveSet(wave);
        dao.removeOfWave(wave);
    }

    /**
     * What keeps the texts of the next launch from being sent: an engagement's client, languages or settings may have
     * changed since they were saved.
     */
    public List<InputError> faults(Engagement engagement, Set<Readers> readers) {
        MessageSet set = current(engagement.id());
        return MessageSet.keys(engagement.languages(), readers).stream()
                .filter(set::isOwn)
                .flatMap(key -> check(engagement, key, set.text(key), "/messages/").stream()
                        .map(error -> InputError.field(
                                "/messages",
                                error.value(),
                                "%s, %s: %s".formatted(key.kind().title(), key.language(), error.message()))))
                .toList();
    }

    /**
     * Corrects a typo in a mail that has not left yet.
     *
     * @param opened as it stood when it was opened; null: whatever stands is replaced
     * @throws ChangedMeanwhileException when somebody else changed it since to something else
     * @throws RefusedException CONFLICT when it has left; INVALID for more than a typo
     */
    void correct(Caller caller, Wave wave, MessageKey key, MessageText text, @Nullable MessageText opened) {
        Engagement engagement = occasions.engagement(wave.engagementId());
        requireValid(check(engagement, key, text, ""));
        field.useTransaction(handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            dao.makeSet(engagement.id());
            dao.lockSet(engagement.id());
            MessageSet set = read(dao, engagement.id(), wave.id().value());
            if (set.own().isEmpty()) {
                throw new RefusedException(
                        ProblemType.CONFLICT,
                        "This wave is not launched here. Write its texts on the engagement’s page.");
            }
            if (hasLeft(wave.id(), key.kind())) {
                throw new RefusedException(
                        ProblemType.CONFLICT,
                        "%s: mails with this text have left already, so it stays as it is."
                                .formatted(key.kind().title()));
            }
            MessageText stands = set.text(key);
            if (opened != null && !stands.equals(opened) && !stands.equals(text)) {
                throw new ChangedMeanwhileException(stands);
            }
            requireValid(Typo.faults(stands, text));
            dao.write(engagement.id(), wave.id().value(), List.of(MessageRow.of(key, text)));
            audit.record(caller, "wave.message.correct", wave.id().toString());
        });
    }

    /** Whether mails with such a text have left, or are about to. */
    boolean hasLeft(WaveId wave, MessageKind kind) {
        return switch (kind) {
            case HEADS_UP, INVITATION -> outbox.hasLeft(wave, MailKind.INVITATION);
            case REMINDER_OPEN, REMINDER_STARTED -> outbox.hasLeft(wave, MailKind.REMINDER);
            case THANKS -> outbox.hasLeft(wave, MailKind.THANKS);
            case FINDINGS -> outbox.hasLeft(wave, MailKind.FINDINGS);
        };
    }

    List<InputError> check(Engagement engagement, MessageKey key, MessageText text, String pointer) {
        return MessageCheck.of(key, text, pointer, occasions.of(engagement), composer);
    }

    private void change(Caller caller, EngagementId engagement, IntConsumer requireVersion, Change change) {
        field.useTransaction(handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            dao.makeSet(engagement);
            SetRow head = dao.lockSet(engagement);
            requireVersion.accept(head.version());
            boolean thanks = change.apply(dao, read(dao, engagement, null));
            dao.changed(engagement, thanks);
            audit.record(caller, "engagement.messages", engagement.toString());
        });
    }

    /** A text like the suggested one is none of their own: it follows when the suggestion is improved. */
    private static void put(MessageDao dao, EngagementId engagement, MessageKey key, MessageText text) {
        if (text.equals(SuggestedTexts.of(key))) {
            dao.remove(engagement, key.kind().code(), key.readers().code(), key.language());
        } else {
            dao.write(engagement, null, List.of(MessageRow.of(key, text)));
        }
    }

    private static MessageSet read(MessageDao dao, EngagementId engagement, @Nullable UUID wave) {
        Map<MessageKey, MessageText> own = new HashMap<>();
        dao.list(engagement, wave).forEach(row -> own.put(row.key(), row.text()));
        SetRow head = dao.findSet(engagement, wave).orElse(new SetRow(false, 0));
        return new MessageSet(own, head.thanks(), head.version());
    }

    private static void requireValid(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    private interface Change {

        /** Whether those who answer get a thank-you from now on. */
        boolean apply(MessageDao dao, MessageSet set);
    }
}
