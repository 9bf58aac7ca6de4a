package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parallax.disclosure.Minimum.Group;
import parallax.disclosure.Partition;
import parallax.disclosure.Suppression;
import parallax.finding.Attacker.Told;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.study.SegmentVariable;

/**
 * 1,000 random waves of two segment variables, customers and a team, with answers left open, people without a segment, and
 * team members who answer once for each of two regions. An attacker with every number, every count and every membership
 * finds no group below the minimum, and none of which nobody gave a number: not in what consultants see, nor in what two
 * releases of other segments told together.
 */
class NothingSmallFollowsTest {

    private static final int WAVES = 1_000;
    private static final int PERSONS = 5;
    private static final int ACCOUNTS = 3;
    private static final int WITHOUT_ANY = -1;
    private static final List<String> QUESTIONS = List.of("experience", "importance", "pairs");

    @Test
    void noAttackerFindsASmallGroupInWhatConsultantsSee() {
        int segmentsShown = 0;
        int wouldLeak = 0;
        int wouldTellOfTheSilent = 0;
        for (int seed = 0; seed < WAVES; seed++) {
            WaveFixture wave = randomWave(new Random(seed));
            Findings findings = wave.findings();
            Set<FigureKey> shown = findings.figures().stream()
                    .filter(figure -> figure.suppressed() == null)
                    .map(Figure::key)
                    .collect(Collectors.toSet());
            for (Audience audience : List.of(Audience.CUSTOMER, Audience.SALES)) {
                Set<Told> told = Attacker.told(shown, audience, means(findings));
                Attacker attacker = new Attacker(wave, audience);
                for (String question : QUESTIONS) {
                    assertThat(attacker.findsPersons(told, question, 0, PERSONS))
                            .as("wave %d, %s of %s: %s", seed, question, audience, told)
                            .isFalse();
                    assertThat(attacker.findsThoseWithoutANumber(told, question, 0))
                            .as("silent ones of wave %d, %s of %s: %s", seed, question, audience, told)
                            .isFalse();
                }
                segmentsShown += (int)
                        told.stream().filter(cell -> cell.segment() != null).count();
            }
            Collection<Told> partitions = toldByPartitionsAlone(wave);
            Attacker attacker = new Attacker(wave, Audience.CUSTOMER);
            wouldLeak += attacker.findsPersons(partitions, "experience", 0, PERSONS) ? 1 : 0;
            wouldTellOfTheSilent += attacker.findsThoseWithoutANumber(partitions, "experience", 0) ? 1 : 0;
        }
        // What the test would be worth if next to nothing were shown, or nothing ever followed.
        assertThat(segmentsShown).isGreaterThan(5 * WAVES);
        assertThat(wouldLeak).isGreaterThan(WAVES / 20);
        assertThat(wouldTellOfTheSilent).isGreaterThan(WAVES / 20);
    }

    @Test
    void noAttackerFindsASmallGroupInTwoReleasesOfOtherSegments() {
        int refused = 0;
        int released = 0;
        for (int seed = 0; seed < WAVES; seed++) {
            Random random = new Random(seed);
            WaveFixture wave = randomWave(random);
            Findings findings = wave.findings();
            Set<FigureKey> shown = new HashSet<>();
            List<ReleasedCell> ledger = new ArrayList<>();
            for (ReleaseScope scope : scopes(random)) {
                ReleaseDraft draft = draft(wave, findings, scope, ledger);
                if (draft.offences().isEmpty()) {
                    released++;
                    ledger.addAll(draft.cells());
                    shown.addAll(keys(findings, draft));
                } else {
                    refused++;
                }
            }
            attack(wave, findings, shown, seed);
        }
        assertThat(released).isGreaterThan(WAVES);
        assertThat(refused).isGreaterThan(0);
    }

    private static void attack(WaveFixture wave, Findings findings, Set<FigureKey> shown, int seed) {
        for (Audience audience : List.of(Audience.CUSTOMER, Audience.SALES)) {
            Set<Told> told = Attacker.told(shown, audience, means(findings));
            Attacker attacker = new Attacker(wave, audience);
            for (String question : QUESTIONS) {
                assertThat(attacker.findsPersons(told, question, 0, PERSONS))
                        .as("persons of wave %d, %s of %s: %s", seed, question, audience, told)
                        .isFalse();
                assertThat(attacker.findsThoseWithoutANumber(told, question, 0))
                        .as("silent ones of wave %d, %s of %s: %s", seed, question, audience, told)
                        .isFalse();
                if (audience == Audience.CUSTOMER) {
                    assertThat(attacker.findsAccounts(told, question, 0, ACCOUNTS))
                            .as("accounts of wave %d, %s: %s", seed, question, told)
                            .isFalse();
                }
            }
        }
    }

    private static ReleaseDraft draft(
            WaveFixture wave, Findings findings, ReleaseScope scope, List<ReleasedCell> ledger) {
        Cube.Builder builder = Cube.withIds(wave.fieldedWave());
        wave.responses().forEach(builder);
        return FindingService.draft(findings, wave.fieldedWave(), builder.build(), scope, ledger);
    }

    private static Set<FigureKey> keys(Findings findings, ReleaseDraft draft) {
        Set<String> told = draft.figures().stream()
                .filter(figure -> figure.suppressed() == null)
                .map(ReleasedFigure::id)
                .collect(Collectors.toSet());
        return findings.figures().stream()
                .filter(figure -> told.contains(figure.id()))
                .map(Figure::key)
                .collect(Collectors.toSet());
    }

    private static Set<FigureKey> means(Findings findings) {
        return findings.figures().stream()
                .map(Figure::key)
                .filter(key -> key.kind() == FigureKind.MEAN)
                .collect(Collectors.toSet());
    }

    private static List<ReleaseScope> scopes(Random random) {
        List<ReleaseScope> scopes = new ArrayList<>(List.of(
                new ReleaseScope(List.of()),
                new ReleaseScope(List.of("region")),
                new ReleaseScope(List.of("size")),
                new ReleaseScope(List.of("region", "size"))));
        java.util.Collections.shuffle(scopes, random);
        return scopes.subList(0, 2);
    }

    /** Each partition looked at by itself, as if there were no other, and those without a number as if nobody counted them. */
    private static Collection<Told> toldByPartitionsAlone(WaveFixture wave) {
        List<Response> persons = wave.responses().stream()
                .filter(response -> response.audience() == Audience.CUSTOMER && response.experience()[0] > 0)
                .toList();
        Collection<Told> told = new ArrayList<>();
        if (persons.size() >= PERSONS) {
            told.add(new Told("experience", null));
        }
        for (int variable = 0; variable < 2; variable++) {
            int position = variable;
            SegmentVariable planned = wave.fieldedWave().segments().get(variable);
            List<Group> groups = IntStream.rangeClosed(0, planned.values().size())
                    .mapToObj(value -> group(persons, position, value))
                    .toList();
            Suppression[] suppressed = Partition.suppress(
                    planned.values(),
                    groups.subList(1, groups.size()),
                    groups.get(0),
                    wave.fieldedWave().minimum(Audience.CUSTOMER));
            for (int i = 0; i < suppressed.length; i++) {
                if (suppressed[i] == null) {
                    told.add(new Told(
                            "experience",
                            new FigureKey.Segment(
                                    planned.variable(), planned.values().get(i))));
                }
            }
        }
        return told;
    }

    private static Group group(List<Response> persons, int variable, int value) {
        List<Response> in = persons.stream()
                .filter(response -> response.segments()[variable] == value)
                .toList();
        int accounts = (int) in.stream()
                .map(response -> response.account() == null
                        ? response.id().toString()
                        : java.util.Arrays.toString(response.account()))
                .distinct()
                .count();
        return new Group(in.size(), accounts, 0);
    }

    private static WaveFixture randomWave(Random random) {
        WaveFixture wave = WaveFixture.aWave()
                .touchpoints(List.of("demo"))
                .minimums(PERSONS, PERSONS, ACCOUNTS)
                .segments(variable("region", 2 + random.nextInt(3)), variable("size", 2 + random.nextInt(3)));
        int customers = 6 + random.nextInt(60);
        int accounts = 3 + random.nextInt(30);
        boolean nested = random.nextInt(3) == 0;
        // Now and then a whole region never met it.
        int unmet = customers % 4 == 0 ? 1 + accounts % 4 : WITHOUT_ANY;
        for (int i = 0; i < customers; i++) {
            String account = random.nextInt(20) == 0 ? null : "account" + random.nextInt(accounts);
            int[] segments = segments(wave, random, 12);
            if (nested && random.nextInt(10) > 0) {
                segments[1] = Math.min(
                        segments[0],
                        wave.fieldedWave().segments().get(1).values().size());
            }
            int[] met = rating(random);
            int[] experience = segments[0] == unmet ? new int[] {255} : met;
            wave.with(WaveFixture.response(Audience.CUSTOMER, account, null, experience, rating(random), segments));
        }
        int members = 3 + random.nextInt(25);
        boolean twice = random.nextInt(3) == 0;
        for (int i = 0; i < members; i++) {
            int rows = twice && random.nextBoolean() ? 2 : 1;
            for (int row = 0; row < rows; row++) {
                int[] segments = segments(wave, random, 6);
                if (rows == 2) {
                    segments[0] = row + 1;
                }
                wave.with(WaveFixture.response(
                        Audience.SALES, null, twice ? "member" + i : null, rating(random), rating(random), segments));
            }
        }
        return wave;
    }

    private static SegmentVariable variable(String name, int values) {
        return new SegmentVariable(
                name, IntStream.range(0, values).mapToObj(i -> name + i).toList());
    }

    private static int[] segments(WaveFixture wave, Random random, int oneInNone) {
        return wave.fieldedWave().segments().stream()
                .mapToInt(variable -> random.nextInt(oneInNone) == 0
                        ? 0
                        // low values are frequent, high ones rare
                        : 1
                                + random.nextInt(
                                        1 + random.nextInt(variable.values().size())))
                .toArray();
    }

    /** Now and then left open, or not encountered. */
    private static int[] rating(Random random) {
        int dice = random.nextInt(12);
        return new int[] {dice == 0 ? 0 : dice == 1 ? 255 : 1 + random.nextInt(5)};
    }
}
