package parallax.answering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.Wave;

/**
 * Who will see the answers, in words filled from the settings that enforce it.
 *
 * @param inShort the one sentence above the first question
 * @param inFull all of it, a sentence each
 */
public record Promise(String inShort, List<String> inFull) {

    public Promise {
        inFull = List.copyOf(inFull);
    }

    static Promise to(Audience audience, Engagement engagement, Wave wave, AudienceFrame frame, int contactsKeptDays) {
        return audience.isTeam()
                ? toTeam(engagement, frame.people(), deletion(wave, contactsKeptDays))
                : toCustomers(engagement, deletion(wave, contactsKeptDays));
    }

    private static Promise toCustomers(Engagement engagement, String deletion) {
        String never = engagement.client() + " never receives your name with your answers";
        String groups = "groups of at least %d people from %d companies"
                .formatted(engagement.minimumGroup(), engagement.minimumAccounts());
        return new Promise(
                "%s; it sees %s.".formatted(never, groups),
                List.of(never + ".", "It sees %s.".formatted(groups), deletion));
    }

    private static Promise toTeam(Engagement engagement, @Nullable Integer people, String deletion) {
        String average = "average appears from %d answers; colleagues may guess.".formatted(engagement.minimumTeam());
        List<String> sentences = new ArrayList<>();
        if (people == null) {
            sentences.add("Your team’s " + average);
        } else {
            sentences.add("Your team has %d %s.".formatted(people, people == 1 ? "person" : "people"));
            sentences.add("Its " + average);
        }
        String inShort = String.join(" ", sentences);
        sentences.add(deletion);
        return new Promise(inShort, sentences);
    }

    private static String deletion(Wave wave, int contactsKeptDays) {
        Instant close = wave.closesAt();
        if (close == null) {
            return "Names are deleted %d days after the study closes.".formatted(contactsKeptDays);
        }
        Instant deletion = close.plus(wave.graceDays() + (long) contactsKeptDays, ChronoUnit.DAYS);
        return "Names are deleted by %s."
                .formatted(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(deletion));
    }
}
