package parallax.answering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    static Promise to(
            Audience audience,
            Texts texts,
            Engagement engagement,
            Wave wave,
            AudienceFrame frame,
            int contactsKeptDays) {
        Maker maker = new Maker(texts, engagement, deletion(texts, wave, contactsKeptDays));
        return audience.isTeam() ? maker.toTeam(frame.people()) : maker.toCustomers();
    }

    private record Maker(Texts texts, Engagement engagement, String deletion) {

        Promise toCustomers() {
            Map<String, String> groups = Map.of(
                    "people", Integer.toString(engagement.minimumGroup()),
                    "companies", Integer.toString(engagement.minimumAccounts()));
            return new Promise(
                    texts.get("promise.customers.short", groups),
                    List.of(
                            texts.get("promise.customers.never"),
                            texts.get("promise.customers.groups", groups),
                            texts.get("promise.customers.comments"),
                            texts.get("promise.interview"),
                            deletion));
        }

        Promise toTeam(@Nullable Integer people) {
            List<String> sentences = new ArrayList<>();
            if (people != null) {
                sentences.add(texts.get("promise.team.people", "people", people));
            }
            sentences.add(texts.get("promise.team.average", "answers", engagement.minimumTeam()));
            String inShort = String.join(" ", sentences);
            sentences.add(texts.get("promise.team.words", "answers", engagement.minimumTeam()));
            sentences.add(deletion);
            return new Promise(inShort, sentences);
        }
    }

    private static String deletion(Texts texts, Wave wave, int contactsKeptDays) {
        Instant close = wave.closesAt();
        if (close == null) {
            return contactsKeptDays == 1
                    ? texts.get("promise.deletion.days.one")
                    : texts.get("promise.deletion.days.many", "days", contactsKeptDays);
        }
        Instant deletion = close.plus(wave.graceDays() + (long) contactsKeptDays, ChronoUnit.DAYS);
        return texts.get("promise.deletion.date", "date", Days.write(deletion, texts.language()));
    }
}
