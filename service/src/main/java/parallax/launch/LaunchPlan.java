package parallax.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.contact.ContactService.Contact;
import parallax.fieldwork.Words;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.InputError;

/**
 * What a launch would do.
 *
 * @param groups by audience of the wave
 * @param contacts those who would be invited
 * @param missing what keeps the wave from being launched; empty: nothing
 */
record LaunchPlan(
        Wave wave,
        Engagement engagement,
        Map<Audience, Group> groups,
        List<Contact> contacts,
        SegmentPlan segments,
        List<InputError> missing) {

    LaunchPlan {
        groups = Map.copyOf(groups);
        contacts = List.copyOf(contacts);
        missing = List.copyOf(missing);
    }

    /** People who get a mail. */
    int mails() {
        return groups.values().stream().mapToInt(Group::mails).sum();
    }

    /** Customers without a mail address, who are called. */
    int calls() {
        return groups.values().stream().mapToInt(Group::calls).sum();
    }

    /** Audiences in which fewer people than its minimum read a language, a sentence each. */
    List<String> fewReaders() {
        return groups.keySet().stream().sorted().flatMap(this::fewReaders).toList();
    }

    private Stream<String> fewReaders(Audience audience) {
        int minimum = engagement.minimum(audience);
        Map<String, Long> readers = contacts.stream()
                .filter(contact -> contact.audience() == audience)
                .collect(Collectors.groupingBy(this::language, TreeMap::new, Collectors.counting()));
        String few = readers.entrySet().stream()
                .filter(entry -> entry.getValue() < minimum)
                .map(entry -> "%s (%d)".formatted(named(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
        // one language is no trait of anybody
        return few.isEmpty() || readers.size() == 1
                ? Stream.empty()
                : Stream.of(
                        "%s: fewer than %d people read %s. What they write is kept without its language, but whoever reads it sees the language and may guess the writer. To avoid that, address them in a language of the others."
                                .formatted(Words.audience(audience), minimum, few));
    }

    /** In which the contact is asked. */
    String language(Contact contact) {
        List<String> asked = engagement.languages();
        return asked.contains(contact.language()) ? contact.language() : asked.get(0);
    }

    /** A language's English name. */
    static String named(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    /**
     * An audience.
     *
     * @param mails who has a mail address and did not stop mails
     * @param calls who has a phone number only; customers alone are called
     * @param stopped who asked for no more mails
     * @param unreachable who has no mail address, and no phone number that is called
     */
    record Group(int mails, int calls, int stopped, int unreachable) {

        int leftOut() {
            return stopped + unreachable;
        }

        int invited() {
            return mails + calls;
        }

        int people() {
            return invited() + leftOut();
        }
    }
}
