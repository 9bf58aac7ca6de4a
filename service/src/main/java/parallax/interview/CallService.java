package parallax.interview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.interview.CallDao.Call;
import parallax.questionnaire.Audience;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;

/**
 * Whom to call, and what became of a call. Customers only: who of a team has not answered yet is told to nobody, and a list of
 * those to call would tell it.
 */
public final class CallService {

    private static final String NEVER = "never";

    private final InterviewTools tools;
    private final InterviewDrafts drafts;

    CallService(InterviewTools tools, InterviewDrafts drafts) {
        this.tools = tools;
        this.drafts = drafts;
    }

    /**
     * Which calls of a list are wanted.
     *
     * @param language tag of the person's language; null: all
     * @param outcome of the last call, or {@code never}; null: all
     */
    public record Filter(
            @Nullable String language, @Nullable String outcome) {

        static final Filter ALL = new Filter(null, null);

        boolean takes(CallRow row) {
            String last = row.lastOutcome() == null ? NEVER : row.lastOutcome();
            return (language == null || language.equals(row.language())) && (outcome == null || outcome.equals(last));
        }
    }

    /**
     * The call list, the next one to call first; empty when the wave takes no answers. The order is that of the moment the
     * first part was asked for: time that passes between two parts neither skips nor repeats anybody.
     *
     * @throws RefusedException NOT_FOUND for the wave, INVALID for a filter that names no outcome
     */
    public Slice<CallLine> list(WaveId id, Filter filter, int limit, @Nullable String after) {
        requireOutcome(filter.outcome());
        Instant now = tools.clock().instant();
        CallCursor from = CallCursor.of(after, now);
        CallOrder order = new CallOrder(from.asOf());
        List<CallRow> rows = open(id).stream()
                .filter(filter::takes)
                .sorted(Comparator.comparing(order::key))
                .filter(row -> order.key(row).compareTo(from.key()) > 0)
                .limit(limit + 1L)
                .toList();
        Slice<CallRow> slice = Slice.of(rows, limit, row -> from.at(order.key(row)));
        return new Slice<>(slice.items().stream().map(row -> line(row, now)).toList(), slice.next());
    }

    /** Languages of those on the call list. */
    List<String> languages(WaveId id) {
        return open(id).stream().map(CallRow::language).distinct().sorted().toList();
    }

    private List<CallRow> open(WaveId id) {
        // who answered is forgotten when a wave closes: all invitations look open then
        return tools.waves().require(id).state().takesAnswers()
                ? tools.jdbi().onDemand(CallDao.class).listOpen(id)
                : List.of();
    }

    static CallLine line(CallRow row, Instant now) {
        Optional<TheirTime> local = TheirTime.of(row.timeZone(), now);
        return new CallLine(
                row.invitationId(),
                row.contactId(),
                row.name(),
                row.account(),
                row.phone() == null ? "" : row.phone(),
                row.language(),
                row.timeZone(),
                local.map(TheirTime::clock).orElse(null),
                local.map(TheirTime::isOfficeHours).orElse(null),
                row.attempts(),
                row.lastOutcome(),
                row.calledAt(),
                CallOutcome.APPOINTMENT.code().equals(row.lastOutcome()) ? row.appointmentAt() : null);
    }

    /**
     * A customer of a wave, by the id of the invitation.
     *
     * @throws RefusedException NOT_FOUND, also for somebody who may not be called
     */
    CallRow require(WaveId wave, UUID invitation) {
        return find(wave, invitation)
                .filter(row -> row.invitationId().equals(invitation) && row.audience() == Audience.CUSTOMER)
                .orElseThrow(
                        () -> new RefusedException(ProblemType.NOT_FOUND, "This wave calls nobody at this address."));
    }

    Optional<CallRow> find(WaveId wave, UUID id) {
        return tools.jdbi().onDemand(CallDao.class).find(wave, id);
    }

    /**
     * Remembers a call without an interview. Telling it twice changes nothing.
     *
     * @param at when the call was
     * @param appointmentAt when to call again; null: no time, or no appointment
     * @throws RefusedException CONFLICT when the person answered or stopped, or the wave takes no answers
     */
    void record(Caller caller, WaveId id, CallRow row, Told told) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = tools.waves().lockForShare(handle, id);
            CallDao dao = handle.attach(CallDao.class);
            if (!wave.state().takesAnswers()
                    || dao.markCalled(row.invitationId(), told.outcome().code()) == 0) {
                throw refusal(wave, dao.find(id, row.invitationId()).orElse(row));
            }
            dao.insert(new Call(
                    tools.ids().get(),
                    row.invitationId(),
                    told.outcome().code(),
                    told.at().truncatedTo(ChronoUnit.MILLIS),
                    told.appointmentAt(),
                    caller.id()));
            follow(handle, dao, row, told.outcome());
            tools.audit()
                    .record(
                            caller,
                            "call." + told.outcome().code(),
                            row.invitationId().toString());
        });
    }

    private void follow(Handle handle, CallDao dao, CallRow row, CallOutcome outcome) {
        if (outcome == CallOutcome.REFUSED) {
            dao.stop(row.invitationId());
            drafts.discard(handle, row.invitationId());
        } else if (outcome == CallOutcome.WRONG_NUMBER) {
            tools.contacts().markPhoneWrong(handle, row.contactId());
        }
    }

    /** Why nothing more is taken of somebody. */
    RefusedException refusal(Wave wave, CallRow row) {
        if (!wave.state().takesAnswers()) {
            return takesNone(wave);
        }
        return new RefusedException(
                ProblemType.CONFLICT,
                row.isDone()
                        ? "This person’s answers are received already, on the web or by phone. Nothing was added; call the next one."
                        : "This person refused or stopped the mails of this study. Nothing was saved; call the next one.");
    }

    static RefusedException takesNone(Wave wave) {
        return new RefusedException(
                ProblemType.CONFLICT,
                "Wave “%s” is in state %s: it takes no answers, so nobody is called."
                        .formatted(wave.name(), wave.state().code()));
    }

    private static void requireOutcome(@Nullable String outcome) {
        if (outcome != null
                && !outcome.equals(NEVER)
                && CallOutcome.find(outcome).isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The query parameter outcome is wrong.",
                    List.of(InputError.field(
                            "outcome", outcome, "Use one of %s, never.".formatted(CallOutcome.codes()))));
        }
    }

    /** What an interviewer tells of a call. */
    record Told(CallOutcome outcome, Instant at, @Nullable Instant appointmentAt) {}
}
