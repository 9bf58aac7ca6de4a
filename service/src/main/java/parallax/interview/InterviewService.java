package parallax.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.answering.Receipt;
import parallax.interview.CallService.Told;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.TextPiece;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Takes interviews, through the same gate as the web: nothing of how they were held goes with the answers. */
public final class InterviewService {

    /** Clocks of two machines may differ. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final InterviewTools tools;
    private final CallService calls;
    private final InterviewDrafts drafts;

    InterviewService(InterviewTools tools, CallService calls, InterviewDrafts drafts) {
        this.tools = tools;
        this.calls = calls;
        this.drafts = drafts;
    }

    /** A call as it was taken. */
    record Recorded(
            UUID contact,
            String outcome,
            @Nullable Instant at,
            @Nullable Instant appointmentAt) {}

    /**
     * Takes a call as a script tells it.
     *
     * @throws RefusedException INVALID naming each field; CONFLICT when the person answered or stopped, or the wave takes no
     *     answers; NOT_FOUND for the wave
     */
    Recorded record(Caller caller, WaveId id, InterviewInput input) {
        Wave wave = tools.waves().require(id);
        if (!wave.state().takesAnswers()) {
            throw CallService.takesNone(wave);
        }
        List<InputError> errors = new ArrayList<>();
        Optional<CallRow> row = customer(id, input.contact(), errors);
        Optional<CallOutcome> outcome = outcome(input, errors);
        Told told = times(wave, input, outcome.orElse(CallOutcome.NO_ANSWER), errors);
        boolean interview = outcome.filter(CallOutcome.COMPLETED::equals).isPresent();
        requireNoAnswers(input, outcome.isPresent() && !interview, errors);
        Heard heard = Heard.NOTHING;
        if (row.isPresent() && interview) {
            HeardReader reader = new HeardReader(script(wave, row.get()));
            heard = reader.read(input);
            errors.addAll(reader.errors());
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(ProblemType.INVALID, ProblemType.INVALID.detail(), errors);
        }
        CallRow called = row.orElseThrow();
        if (!interview) {
            calls.record(caller, id, called, told);
            return new Recorded(called.contactId(), told.outcome().code(), told.at(), told.appointmentAt());
        }
        submit(caller, wave, called, heard);
        return new Recorded(called.contactId(), CallOutcome.COMPLETED.code(), null, null);
    }

    /**
     * Puts an interview into the ballot box, ends the link and every draft.
     *
     * @throws RefusedException CONFLICT when the person answered or stopped, or the wave takes no answers; INVALID when
     *     nothing was answered
     */
    void submit(Caller caller, Wave wave, CallRow row, Heard heard) {
        if (!wave.state().takesAnswers()) {
            throw calls.refusal(wave, row);
        }
        Script script = script(wave, row);
        Heard asked = script.asked(heard);
        if (script.isEmpty(asked)) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Nothing was answered, so nothing was saved.",
                    List.of(InputError.field(
                            "/answers",
                            null,
                            "Give at least one answer; a call without answers has another outcome.")));
        }
        String token = tools.keys().linkToken(wave.id().value(), row.invitationId(), row.generation());
        Receipt receipt = tools.submits().submit(token, script.answers(asked), script.notes(asked), handle -> {
            CallDao dao = handle.attach(CallDao.class);
            dao.markInterviewed(row.invitationId());
            dao.forgetCalls(row.invitationId());
            drafts.discard(handle, row.invitationId());
            // not whose: that would be a person beside the time of the answers
            tools.audit().record(caller, "interview.submit", wave.id().toString());
        });
        if (receipt != Receipt.RECEIVED) {
            Wave now = tools.waves().require(wave.id());
            throw calls.refusal(now, calls.require(wave.id(), row.invitationId()));
        }
    }

    /** What is asked of somebody, in their language. */
    Script script(Wave wave, CallRow row) {
        Questionnaire questionnaire = tools.waves().questionnaire(wave);
        String language =
                questionnaire.languages().contains(row.language()) ? row.language() : questionnaire.defaultLanguage();
        return new Script(
                questionnaire,
                Form.of(questionnaire, row.audience(), language)
                        .without(tools.waves().stopped(wave.id())),
                pieces(wave, language));
    }

    private Map<TextPiece, String> pieces(Wave wave, String language) {
        Engagement engagement = tools.engagements().require(wave.engagementId());
        Map<TextPiece, String> pieces = new EnumMap<>(TextPiece.class);
        pieces.put(TextPiece.CLIENT, engagement.client());
        pieces.put(TextPiece.CONSULTANCY, tools.settings().respondents().consultancy());
        Instant closesAt = wave.closesAt();
        if (closesAt != null) {
            pieces.put(
                    TextPiece.CLOSES,
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(Locale.forLanguageTag(language))
                            .withZone(ZoneOffset.UTC)
                            .format(closesAt.minusSeconds(1)));
        }
        return pieces;
    }

    private Optional<CallRow> customer(WaveId wave, @Nullable String contact, List<InputError> errors) {
        if (contact == null) {
            errors.add(InputError.field("/contact", null, "Give the id of the contact."));
            return Optional.empty();
        }
        Optional<CallRow> row = id(contact)
                .flatMap(id -> calls.find(wave, id))
                .filter(found -> found.contactId().toString().equalsIgnoreCase(contact));
        if (row.isEmpty()) {
            errors.add(InputError.field(
                    "/contact", contact, "This wave invited no such contact. Take an id from its call list."));
        } else if (row.get().audience().isTeam()) {
            errors.add(
                    InputError.field(
                            "/contact",
                            contact,
                            "This is a member of a team. Teams are not interviewed: who of them has answered is told to nobody. They use their links."));
            return Optional.empty();
        }
        return row;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<CallOutcome> outcome(InterviewInput input, List<InputError> errors) {
        Optional<CallOutcome> outcome = Optional.ofNullable(input.outcome()).flatMap(CallOutcome::find);
        if (outcome.isEmpty()) {
            errors.add(InputError.field("/outcome", input.outcome(), "Use one of %s.".formatted(CallOutcome.codes())));
        }
        return outcome;
    }

    private Told times(Wave wave, InterviewInput input, CallOutcome outcome, List<InputError> errors) {
        Instant now = tools.clock().instant();
        Instant at = time("/at", input.at(), errors).orElse(now);
        Instant appointment =
                time("/appointment_at", input.appointmentAt(), errors).orElse(null);
        boolean future = at.isAfter(now.plus(SLACK));
        AppointmentTime.Range range = AppointmentTime.Range.of(wave, now);
        if (appointment != null && outcome != CallOutcome.APPOINTMENT) {
            errors.add(InputError.field(
                    "/appointment_at", input.appointmentAt(), "Only the outcome appointment has one. Leave it out."));
        } else if (appointment != null) {
            range.fault(appointment)
                    .ifPresent(fault -> errors.add(InputError.field("/appointment_at", input.appointmentAt(), fault)));
        }
        if (future && appointment == null && outcome == CallOutcome.APPOINTMENT) {
            range.fault(at).ifPresent(fault -> errors.add(InputError.field("/at", input.at(), fault)));
            return new Told(outcome, now, at);
        }
        if (future || at.isBefore(EARLIEST)) {
            errors.add(InputError.field(
                    "/at",
                    input.at(),
                    future
                            ? "This time is still to come. Give the time of the call."
                            : "This is long before there was this study. Give the time of the call."));
        }
        return new Told(outcome, at, appointment);
    }

    private static Optional<Instant> time(String pointer, @Nullable String text, List<InputError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException wrong) {
            errors.add(InputError.field(
                    pointer, text, "Use a date and time with its offset, such as 2030-11-28T18:00:00Z."));
            return Optional.empty();
        }
    }

    private static void requireNoAnswers(InterviewInput input, boolean other, List<InputError> errors) {
        if (other && (input.answers() != null || input.items() != null || input.notes() != null)) {
            String pointer = input.answers() != null ? "/answers" : input.items() != null ? "/items" : "/notes";
            errors.add(InputError.field(
                    pointer, null, "Only the outcome completed comes with answers. Leave them out, or use completed."));
        }
    }
}
