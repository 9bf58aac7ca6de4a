package parallax.interview;

import java.time.Instant;

/** What is known of a call, in words. */
final class CallWords {

    private CallWords() {}

    static String time(CallLine call) {
        if (call.localTime() == null) {
            return "not known";
        }
        return call.localTime() + (Boolean.TRUE.equals(call.officeHours()) ? "" : ", outside office hours");
    }

    /** The last call and how many there were. */
    static String last(CallLine call) {
        String outcome = call.lastOutcome();
        Instant at = call.lastAt();
        if (outcome == null || at == null) {
            return "Never called";
        }
        return "%s, %s (%s)"
                .formatted(
                        CallOutcome.find(outcome).map(CallOutcome::words).orElse(outcome),
                        TheirTime.moment(at, call.timeZone()),
                        call.attempts() == 1 ? "1 call" : call.attempts() + " calls");
    }

    static String appointment(CallLine call, Instant now) {
        Instant at = call.appointmentAt();
        if (at == null) {
            return "";
        }
        return (at.isAfter(now) ? "" : "due since ") + TheirTime.moment(at, call.timeZone());
    }
}
