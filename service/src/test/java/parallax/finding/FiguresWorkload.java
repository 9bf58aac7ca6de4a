package parallax.finding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.study.SegmentVariable;

/** A large wave made up by a seed, and its figures from nothing and from a cube. */
public final class FiguresWorkload {

    private static final int ITEMS = 25;
    private static final int VARIABLES = 3;
    private static final int VALUES = 4;
    private static final int POINTS = 5;
    private static final int MEMBERS = 40;

    private final FieldedWave wave;
    private final int customers;
    private final int accounts;
    private final List<Response> responses = new ArrayList<>();
    private @Nullable Cube cube;

    /** 25 touchpoints, 3 segment variables with 4 values, 40 people in each team. */
    public FiguresWorkload(int customers, int accounts) {
        this.customers = customers;
        this.accounts = accounts;
        SegmentVariable[] variables = IntStream.range(0, VARIABLES)
                .mapToObj(variable -> new SegmentVariable(
                        "variable" + variable,
                        IntStream.range(0, VALUES)
                                .mapToObj(value -> "value" + value)
                                .toList()))
                .toArray(SegmentVariable[]::new);
        List<String> touchpoints =
                IntStream.range(0, ITEMS).mapToObj(item -> "touchpoint-" + item).toList();
        wave = WaveFixture.aWave()
                .touchpoints(touchpoints)
                .segments(variables)
                .people(Audience.SALES, MEMBERS)
                .fieldedWave();
    }

    /** Makes the answers up beforehand, so that {@link #gather} takes the time of gathering alone. */
    public void answer() {
        answer(responses::add);
    }

    /** Gathers the answers into a cube that {@link #compute} starts from. */
    public void gather() {
        Cube.Builder builder = Cube.of(wave);
        if (responses.isEmpty()) {
            answer(builder);
        } else {
            responses.forEach(builder);
        }
        cube = builder.build();
    }

    /** Computes all figures from the cube. */
    public int compute() {
        if (cube == null) {
            throw new IllegalStateException("gather first");
        }
        return Computation.of(wave, cube).figures().size();
    }

    private void answer(Consumer<Response> consumer) {
        Random random = new Random(20261122);
        double[] better = random.doubles(accounts).toArray();
        for (int i = 0; i < customers + 2 * MEMBERS; i++) {
            Audience audience =
                    i < customers ? Audience.CUSTOMER : i < customers + MEMBERS ? Audience.SALES : Audience.MARKETING;
            int account = random.nextInt(accounts);
            byte[] segments = new byte[VARIABLES];
            for (int variable = 0; variable < VARIABLES && !audience.isTeam(); variable++) {
                segments[variable] = (byte) (1 + (account >> 2 * variable) % VALUES);
            }
            consumer.accept(new Response(
                    new UUID(random.nextLong(), random.nextLong()),
                    audience,
                    audience.isTeam()
                            ? null
                            : ByteBuffer.allocate(16).putInt(0, account).array(),
                    null,
                    segments,
                    ratings(random, better[account]),
                    ratings(random, 1 - better[account]),
                    new byte[] {(byte) (1 + random.nextInt(11)), (byte) (2 + random.nextInt(5)), 0}));
        }
    }

    private static byte[] ratings(Random random, double better) {
        byte[] ratings = new byte[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            double drawn = random.nextDouble();
            ratings[item] = drawn < 0.08
                    ? Response.NOT_ENCOUNTERED
                    : (byte) (1 + (int) (POINTS * Math.min(0.999, 0.7 * random.nextDouble() + 0.3 * better)));
        }
        return ratings;
    }
}
