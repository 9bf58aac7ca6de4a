package parallax.ballot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import parallax.database.TestDatabase;
import parallax.study.WaveId;

/**
 * Holds the whole database and tries to say who gave which answer: by transaction ids, places on disk, ids, and the order
 * of each; then, watching live, by who left the box when.
 */
final class Intruder implements AutoCloseable {

    private final Handle everything = TestDatabase.owner().open();
    private final WaveId wave;
    /** Transaction of a batch to the people whose ballots left the box in it. */
    private final Map<Long, List<Person>> seenLeaving = new HashMap<>();

    Intruder(WaveId wave) {
        this.wave = wave;
    }

    @Override
    public void close() {
        everything.close();
    }

    /** Looks at the database before and after something happens. */
    void watch(Runnable happening) {
        Set<Long> before = ballots();
        Set<Long> answeredBefore = batches();
        happening.run();
        Set<Long> left = new TreeSet<>(before);
        left.removeAll(ballots());
        Set<Long> arrived = new TreeSet<>(batches());
        arrived.removeAll(answeredBefore);
        if (!left.isEmpty()) {
            if (arrived.size() != 1) {
                throw new AssertionError("ballots left in " + arrived.size() + " batches at once");
            }
            seenLeaving.put(
                    arrived.iterator().next(),
                    people().stream()
                            .filter(person -> left.contains(person.xmin()))
                            .toList());
        }
    }

    private Set<Long> ballots() {
        return transactions("SELECT xmin::text::bigint FROM box.ballot WHERE wave_id = :wave");
    }

    private Set<Long> batches() {
        return transactions("SELECT DISTINCT xmin::text::bigint FROM answers.response WHERE wave_id = :wave");
    }

    private Set<Long> transactions(String sql) {
        return everything.createQuery(sql).bind("wave", wave).mapTo(Long.class).set();
    }

    private List<Person> people() {
        return everything
                .createQuery("""
                        SELECT id, xmin::text::bigint AS xmin, xmax::text::bigint AS xmax,
                               row_number() OVER (ORDER BY ctid) AS place, token_hash AS hash
                        FROM identity.invitation
                        WHERE wave_id = :wave AND state = 'done'""")
                .bind("wave", wave)
                .map(ConstructorMapper.of(Person.class))
                .list();
    }

    private List<Answer> answers() {
        return everything
                .createQuery("""
                        SELECT id, xmin::text::bigint AS xmin, row_number() OVER (ORDER BY ctid) AS place, experience
                        FROM answers.response
                        WHERE wave_id = :wave""")
                .bind("wave", wave)
                .map(ConstructorMapper.of(Answer.class))
                .list();
    }

    /** How many guesses of each attack were right. */
    Map<String, Integer> attack(List<UUID> invitations) {
        Map<UUID, Integer> truth = new HashMap<>();
        for (int i = 0; i < invitations.size(); i++) {
            truth.put(invitations.get(i), i);
        }
        List<Person> people = people();
        List<Answer> answers = answers();
        Map<String, Integer> right = new LinkedHashMap<>();
        right.put("same xmin", joined(people, answers, truth, Person::xmin));
        right.put("xmin of the answer is xmax of the person", joined(people, answers, truth, Person::xmax));
        PERSON_ORDERS.forEach((personOrder, byPerson) -> ANSWER_ORDERS.forEach((answerOrder, byAnswer) -> {
            String name = personOrder + " to " + answerOrder;
            right.put(name, paired(sorted(people, byPerson), sorted(answers, byAnswer), truth));
            if (!seenLeaving.isEmpty()) {
                right.put("watched, " + name, watched(answers, truth, byPerson, byAnswer));
            }
        }));
        return right;
    }

    private static int joined(
            List<Person> people,
            List<Answer> answers,
            Map<UUID, Integer> truth,
            java.util.function.ToLongFunction<Person> mark) {
        Map<Long, Person> byMark = new HashMap<>();
        people.forEach(person -> byMark.put(mark.applyAsLong(person), person));
        int right = 0;
        for (Answer answer : answers) {
            Person guess = byMark.get(answer.xmin());
            if (guess != null && isRight(guess, answer, truth)) {
                right++;
            }
        }
        return right;
    }

    private static int paired(List<Person> people, List<Answer> answers, Map<UUID, Integer> truth) {
        int right = 0;
        for (int i = 0; i < Math.min(people.size(), answers.size()); i++) {
            if (isRight(people.get(i), answers.get(i), truth)) {
                right++;
            }
        }
        return right;
    }

    private int watched(
            List<Answer> answers,
            Map<UUID, Integer> truth,
            Comparator<Person> personOrder,
            Comparator<Answer> answerOrder) {
        int right = 0;
        for (Map.Entry<Long, List<Person>> batch : seenLeaving.entrySet()) {
            List<Answer> together = answers.stream()
                    .filter(answer -> answer.xmin() == batch.getKey())
                    .toList();
            right += paired(sorted(batch.getValue(), personOrder), sorted(together, answerOrder), truth);
        }
        return right;
    }

    private static boolean isRight(Person guess, Answer answer, Map<UUID, Integer> truth) {
        Integer person = truth.get(guess.id());
        return person != null && person == FieldworkFixture.personOf(answer.experience());
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(order);
        return sorted;
    }

    private static final Map<String, Comparator<Person>> PERSON_ORDERS = Map.of(
            "people by xmin", Comparator.comparingLong(Person::xmin),
            "people by place", Comparator.comparingLong(Person::place),
            "people by id", Comparator.comparing(person -> person.id().toString()),
            "people by token hash", (one, other) -> java.util.Arrays.compareUnsigned(one.hash(), other.hash()));

    private static final Map<String, Comparator<Answer>> ANSWER_ORDERS = Map.of(
            "answers by xmin", Comparator.comparingLong(Answer::xmin).thenComparing(Answer::place),
            "answers by place", Comparator.comparingLong(Answer::place),
            "answers by id", Comparator.comparing(answer -> answer.id().toString()));

    /** What is seen of a person who answered. */
    public record Person(UUID id, long xmin, long xmax, long place, byte[] hash) {}

    /** What is seen of an answer; the content serves only to check a guess. */
    public record Answer(UUID id, long xmin, long place, byte[] experience) {}
}
