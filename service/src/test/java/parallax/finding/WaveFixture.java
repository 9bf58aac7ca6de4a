package parallax.finding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.response.Response;
import parallax.study.AnswerSource;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.SegmentVariable;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;

/** A closed wave in memory: defaults of METHOD.md, three touchpoints, no segments, no answers. */
final class WaveFixture {

    private static final WaveId WAVE = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000001");

    private List<String> touchpoints = List.of("advice", "demo", "proposal");
    private int scalePoints = 5;
    private double smallestGapPercent = 12.5;
    private int minimumGroup = 5;
    private int minimumTeam = 5;
    private int minimumAccounts = 3;
    private int answersVersion = 1;
    private TeamScope teamScope = TeamScope.FUNCTION;
    private List<SegmentVariable> segments = List.of();
    private final Map<Audience, AudienceFrame> frames = new EnumMap<>(Audience.class);
    private final List<Response> responses = new ArrayList<>();

    static WaveFixture aWave() {
        return new WaveFixture();
    }

    WaveFixture touchpoints(List<String> keys) {
        touchpoints = keys;
        return this;
    }

    WaveFixture scalePoints(int points) {
        scalePoints = points;
        return this;
    }

    WaveFixture smallestGapPercent(double percent) {
        smallestGapPercent = percent;
        return this;
    }

    WaveFixture minimums(int group, int team, int accounts) {
        minimumGroup = group;
        minimumTeam = team;
        minimumAccounts = accounts;
        return this;
    }

    WaveFixture teamScope(TeamScope scope) {
        teamScope = scope;
        return this;
    }

    WaveFixture answersVersion(int version) {
        answersVersion = version;
        return this;
    }

    WaveFixture segments(SegmentVariable... variables) {
        segments = List.of(variables);
        return this;
    }

    WaveFixture frame(Audience audience, AudienceFrame frame) {
        frames.put(audience, frame);
        return this;
    }

    WaveFixture people(Audience audience, int people) {
        return frame(audience, new AudienceFrame(people, Map.of(), null, null));
    }

    WaveFixture with(Response response) {
        responses.add(response);
        return this;
    }

    /** A customer who rates every touchpoint the same way. */
    WaveFixture customer(@Nullable String account, int experience, int importance, int... segments) {
        return with(response(Audience.CUSTOMER, account, null, all(experience), all(importance), segments));
    }

    /** A team member who rates every touchpoint the same way. */
    WaveFixture member(Audience team, int experience, int importance, int... segments) {
        return with(response(team, null, null, all(experience), all(importance), segments));
    }

    int[] all(int rating) {
        return touchpoints.stream().mapToInt(key -> rating).toArray();
    }

    static Response response(
            Audience audience,
            @Nullable String account,
            @Nullable String person,
            int[] experience,
            int[] importance,
            int... segments) {
        return new Response(
                UUID.randomUUID(),
                audience,
                code(account),
                code(person),
                bytes(segments),
                bytes(experience),
                bytes(importance),
                new byte[Response.NUMBERS]);
    }

    private static byte @Nullable [] code(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    WaveId id() {
        return WAVE;
    }

    List<Response> responses() {
        return responses;
    }

    Findings findings() {
        return findings(responses);
    }

    Findings findings(List<Response> inOrder) {
        return Computation.of(fieldedWave(), inOrder::forEach);
    }

    FieldedWave fieldedWave() {
        return new FieldedWave(engagement(), wave(), questionnaire(), 0, segments, frames);
    }

    private Questionnaire questionnaire() {
        return new Questionnaire(
                List.of("en"),
                scalePoints,
                touchpoints.stream()
                        .map(key -> new Touchpoint(key, Map.of("en", key), Owner.SALES, Phase.DECIDE))
                        .toList());
    }

    private Engagement engagement() {
        return new Engagement(
                EngagementId.fromString("6a5b4c3d-0000-4000-8000-000000000002"),
                "Gap study",
                "Client",
                List.of("en"),
                scalePoints,
                smallestGapPercent,
                minimumGroup,
                minimumTeam,
                minimumAccounts,
                teamScope,
                false,
                true,
                1);
    }

    private Wave wave() {
        return new Wave(
                WAVE,
                engagement().id(),
                "Baseline",
                WaveState.CLOSED,
                AnswerSource.IMPORT,
                Set.copyOf(Arrays.asList(Audience.values())),
                null,
                7,
                List.of(),
                1,
                answersVersion,
                1,
                null,
                null);
    }
}
