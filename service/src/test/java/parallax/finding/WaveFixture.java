package parallax.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.ItemPage;
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
public final class WaveFixture {

    private static final WaveId WAVE = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000001");

    private List<String> touchpoints = List.of("advice", "demo", "proposal");
    private final Map<String, String> labels = new HashMap<>();
    private WaveId id = WAVE;
    private String name = "Baseline";
    private @Nullable WaveFixture previous;
    private int scalePoints = 5;
    private double smallestGapPercent = 12.5;
    private int minimumGroup = 5;
    private int minimumTeam = 5;
    private int minimumAccounts = 3;
    private int answersVersion = 1;
    private TeamScope teamScope = TeamScope.FUNCTION;
    private List<SegmentVariable> segments = List.of();
    private List<ItemPage> pages = List.of();
    private final Map<Audience, AudienceFrame> frames = new EnumMap<>(Audience.class);
    private final List<Response> responses = new ArrayList<>();

    /** The same wave after another one, with a name and an id of its own. */
    public WaveFixture after(WaveFixture wave) {
        previous = wave;
        id = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000009");
        return this;
    }

    public WaveFixture named(String text) {
        name = text;
        return this;
    }

    public WaveFixture worded(String touchpoint, String label) {
        labels.put(touchpoint, label);
        return this;
    }

    public static WaveFixture aWave() {
        return new WaveFixture();
    }

    public WaveFixture touchpoints(List<String> keys) {
        touchpoints = keys;
        return this;
    }

    public WaveFixture scalePoints(int points) {
        scalePoints = points;
        return this;
    }

    public WaveFixture smallestGapPercent(double percent) {
        smallestGapPercent = percent;
        return this;
    }

    public WaveFixture minimums(int group, int team, int accounts) {
        minimumGroup = group;
        minimumTeam = team;
        minimumAccounts = accounts;
        return this;
    }

    public WaveFixture teamScope(TeamScope scope) {
        teamScope = scope;
        return this;
    }

    public WaveFixture answersVersion(int version) {
        answersVersion = version;
        return this;
    }

    public WaveFixture segments(SegmentVariable... variables) {
        segments = List.of(variables);
        return this;
    }

    /** What is asked beside touchpoints. */
    public WaveFixture pages(List<ItemPage> asked) {
        pages = asked;
        return this;
    }

    public WaveFixture frame(Audience audience, AudienceFrame frame) {
        frames.put(audience, frame);
        return this;
    }

    public WaveFixture people(Audience audience, int people) {
        return frame(audience, new AudienceFrame(people, Map.of(), null, null));
    }

    public WaveFixture with(Response response) {
        responses.add(response);
        return this;
    }

    /** A customer who rates every touchpoint the same way. */
    public WaveFixture customer(@Nullable String account, int experience, int importance, int... segments) {
        return with(response(Audience.CUSTOMER, account, null, all(experience), all(importance), segments));
    }

    /** A team member who rates every touchpoint the same way. */
    public WaveFixture member(Audience team, int experience, int importance, int... segments) {
        return with(response(team, null, null, all(experience), all(importance), segments));
    }

    public int[] all(int rating) {
        return touchpoints.stream().mapToInt(key -> rating).toArray();
    }

    public static Response response(
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

    public static Response withNumbers(Response response, byte... numbers) {
        return new Response(
                response.id(),
                response.audience(),
                response.account(),
                response.person(),
                response.segments(),
                response.experience(),
                response.importance(),
                numbers);
    }

    private static byte @Nullable [] code(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        UUID code = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(16)
                .putLong(code.getMostSignificantBits())
                .putLong(code.getLeastSignificantBits())
                .array();
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    public WaveId id() {
        return id;
    }

    public WaveFixture id(WaveId other) {
        id = other;
        return this;
    }

    public Map<Audience, AudienceFrame> frames() {
        return frames;
    }

    public List<Response> responses() {
        return responses;
    }

    /** Of this wave or of the one before. */
    List<Response> responses(WaveId wave) {
        return previous != null && wave.equals(previous.id) ? previous.responses : responses;
    }

    public Findings findings() {
        return findings(responses);
    }

    public Findings findings(List<Response> inOrder) {
        return Computation.of(
                fieldedWave(), (wave, consumer) -> (wave.equals(id) ? inOrder : responses(wave)).forEach(consumer));
    }

    /** Its figures, computed and kept as a stored wave's are. */
    public FindingService service() {
        return new FindingService(new FakeReader(this));
    }

    FieldedWave fieldedWave() {
        return new FieldedWave(
                engagement(),
                wave(),
                questionnaire(),
                0,
                segments,
                frames,
                previous == null ? null : previous.fieldedWave());
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(
                List.of("en"),
                scalePoints,
                touchpoints.stream()
                        .map(key -> new Touchpoint(
                                key, Map.of("en", labels.getOrDefault(key, key)), Owner.SALES, Phase.DECIDE))
                        .toList(),
                pages,
                Map.of());
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
                id,
                engagement().id(),
                name,
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
