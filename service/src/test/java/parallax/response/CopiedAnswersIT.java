package parallax.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.study.EngagementId;
import parallax.study.WaveId;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Whoever may subtract the figures of two waves must not learn what a few answered. */
class CopiedAnswersIT {

    private static final String[] TOUCHPOINTS = {"advice", "demo", "price", "service"};

    private final ImportGround ground = new ImportGround();
    private final EngagementId engagement = ground.engagement("Northwind", TOUCHPOINTS);
    private final Random random = new Random(20261122);

    @AfterEach
    void close() {
        ground.close();
    }

    /** @param ratings importance and experience of each touchpoint */
    private record Person(String audience, String account, String code, String segment, List<int[]> ratings) {

        String rows() {
            return IntStream.range(0, ratings.size())
                    .mapToObj(i -> "%s,%s,%s,%s,%s,%d,%d%n"
                            .formatted(
                                    audience,
                                    account,
                                    code,
                                    segment,
                                    TOUCHPOINTS[i],
                                    ratings.get(i)[0],
                                    ratings.get(i)[1]))
                    .collect(Collectors.joining());
        }

        Person named(String other) {
            return new Person(audience, account, other, segment, ratings);
        }

        Person in(String other) {
            return new Person(audience, account, code, other, ratings);
        }

        Person of(int touchpoints) {
            return new Person(audience, account, code, segment, ratings.subList(0, touchpoints));
        }

        Person saying(int importance) {
            List<int[]> changed = new ArrayList<>(ratings);
            changed.set(0, new int[] {importance, changed.get(0)[1]});
            return new Person(audience, account, code, segment, changed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 25, 120})
    void theSameAnswersLessOneAreNoOtherWave(int people) {
        List<Person> all = customers(people);
        WaveId baseline = baseline(all);
        WaveId copy = ground.wave(engagement, "Copy");

        RefusedException refused = refused(copy, all.subList(1, people));

        assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(refused).hasMessageContaining("wave “Baseline”").hasMessageContaining("Nothing was written");
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.column()).isEqualTo("audience");
            assertThat(error.value()).isEqualTo("customer");
            assertThat(error.message()).contains("Import the file into “Baseline” in place of its answers");
        });
        assertThat(ground.stored(copy)).isEmpty();
        assertThat(ground.study.waves().require(copy).source()).isNull();
        assertThat(ground.stored(baseline)).hasSize(people);
    }

    @Test
    void norWithOneMoreOrOneChangedOrOneMovedOrOneExchanged() {
        List<Person> all = customers(20);
        baseline(all);

        refused("More", with(all, customer(99)));
        refused("Changed", changed(all, person -> person.saying(person.ratings().get(0)[0] % 5 + 1)));
        refused("Moved", changed(all, person -> person.in("elsewhere")));
        refused("Exchanged", changed(all, person -> customer(99)));
        refused("Half", all.subList(0, 10));
        refused("Pooled", with(all, customers(300).subList(100, 300).toArray(Person[]::new)));
    }

    @Test
    void newCodesOrFewerQuestionsHideNothing() {
        List<Person> all = customers(20);
        baseline(all);
        List<Person> lessOne = all.subList(1, 20);

        refused(
                "Numbered anew",
                lessOne.stream()
                        .map(person -> person.named("x" + person.code()))
                        .toList());
        refused(
                "Numbered by row",
                IntStream.range(0, 19)
                        .mapToObj(i -> lessOne.get(i).named("c" + i))
                        .toList());
        refused("One question", lessOne.stream().map(person -> person.of(1)).toList());
        refused(
                "Other segments",
                all.stream()
                        .map(person -> person.in("s" + person.code().length()))
                        .toList());
    }

    @Test
    void ofATeamNeither() {
        List<Person> team = IntStream.range(0, 7)
                .mapToObj(i -> new Person("sales", "", "s" + i, "", ratings()))
                .toList();
        baseline(team);

        assertThat(refused("Copy", team.subList(1, 7)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.value()).isEqualTo("sales"));
    }

    @Test
    void aWaveThatWasACopyAndIsReplacedIsHeldAgainstTheOtherAgain() {
        List<Person> all = customers(12);
        baseline(all);
        WaveId copy = ground.wave(engagement, "Copy");
        ground.importText(copy, rows(all));

        refused(copy, all.subList(1, 12));

        assertThat(ground.stored(copy)).hasSize(12);
    }

    @Test
    void theSamePeopleMayAnswerAnew() {
        for (int people : new int[] {5, 6, 8, 30}) {
            EngagementId other = ground.engagement("Panel of " + people, TOUCHPOINTS);
            List<Person> first = customers(people);
            ground.importText(ground.wave(other, "2024"), rows(first));
            for (int later = 2025; later < 2030; later++) {
                ground.importText(ground.wave(other, "" + later), rows(customers(people)));
            }
        }
    }

    /** In a retest about six of ten say the same of a question; whole sheets are hardly ever the same. */
    @Test
    void alsoIfMostSayTheSameOfEachQuestion() {
        List<Person> before = customers(40);
        baseline(before);
        List<Person> after = before.stream().map(this::retested).toList();

        ground.importText(ground.wave(engagement, "Follow-up"), rows(after));
    }

    @Test
    void aWholeCopyTellsNothing() {
        List<Person> all = customers(20);
        baseline(all);

        ground.importText(ground.wave(engagement, "Copy"), rows(all));
        ground.importText(
                ground.wave(engagement, "No segments"),
                rows(all.stream().map(person -> person.in("")).toList()));
        ground.importText(
                ground.wave(engagement, "Less to ask"),
                rows(all.stream().map(person -> person.of(2)).toList()));
    }

    @Test
    void aGroupThatShowsNoFiguresIsNoSecret() {
        List<Person> all = customers(4);
        baseline(all);

        ground.importText(ground.wave(engagement, "Copy"), rows(all.subList(1, 4)));
    }

    @Test
    void anotherEngagementIsNotLookedAt() {
        List<Person> all = customers(20);
        baseline(all);
        EngagementId other = ground.engagement("Other", TOUCHPOINTS);

        ground.importText(ground.wave(other, "Wave"), rows(all.subList(1, 20)));
    }

    @Test
    void howeverManyAreLeftOutOnlyTheWholeIsTaken() {
        for (int round = 0; round < 12; round++) {
            EngagementId own = ground.engagement("Round " + round, TOUCHPOINTS);
            List<Person> all = customers(12 + round % 5);
            ground.importText(ground.wave(own, "A"), rows(all));
            int left = random.nextInt(5);
            List<Person> fewer = all.subList(left, all.size());
            WaveId second = ground.wave(own, "B");
            if (left == 0) {
                ground.importText(second, rows(fewer));
            } else {
                assertThatThrownBy(() -> ground.importText(second, rows(fewer))).isInstanceOf(RefusedException.class);
            }
        }
    }

    private WaveId baseline(List<Person> people) {
        WaveId wave = ground.wave(engagement, "Baseline");
        ground.importText(wave, rows(people));
        return wave;
    }

    private RefusedException refused(String wave, List<Person> people) {
        return refused(ground.wave(engagement, wave), people);
    }

    private RefusedException refused(WaveId wave, List<Person> people) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> ground.importText(wave, rows(people)));
        assertThat(refused).as("taken in").isNotNull();
        return refused;
    }

    private static List<Person> with(List<Person> people, Person... more) {
        List<Person> all = new ArrayList<>(people);
        all.addAll(List.of(more));
        return all;
    }

    private static List<Person> changed(List<Person> people, Function<Person, Person> first) {
        List<Person> changed = new ArrayList<>(people);
        changed.set(0, first.apply(people.get(0)));
        return changed;
    }

    private static String rows(List<Person> people) {
        return people.stream().map(Person::rows).collect(Collectors.joining());
    }

    private List<Person> customers(int people) {
        return IntStream.range(0, people).mapToObj(this::customer).toList();
    }

    private Person customer(int number) {
        return new Person("customer", "A" + number % 7, "c" + number, number % 2 == 0 ? "north" : "south", ratings());
    }

    private List<int[]> ratings() {
        return IntStream.range(0, TOUCHPOINTS.length)
                .mapToObj(i -> new int[] {1 + random.nextInt(5), 1 + random.nextInt(5)})
                .toList();
    }

    private Person retested(Person person) {
        return new Person(
                person.audience(),
                person.account(),
                person.code(),
                person.segment(),
                person.ratings().stream()
                        .map(pair -> new int[] {retested(pair[0]), retested(pair[1])})
                        .toList());
    }

    private int retested(int rating) {
        return random.nextInt(10) < 6 ? rating : 1 + random.nextInt(5);
    }
}
