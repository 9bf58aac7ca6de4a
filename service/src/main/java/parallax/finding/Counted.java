package parallax.finding;

import java.util.function.Consumer;
import parallax.response.Response;

/** A wave with its answers counted and put through disclosure control. */
record Counted(FieldedWave wave, Cube cube, Tables tables, Samples samples) {

    /** @param responses gives every response of the wave, once, to the consumer it is called with */
    static Counted of(FieldedWave wave, Consumer<Consumer<Response>> responses) {
        Cube.Builder builder = Cube.of(wave);
        responses.accept(builder);
        return of(wave, builder.build());
    }

    static Counted of(FieldedWave wave, Cube cube) {
        return new Counted(wave, cube, new Tables(wave, cube), new Samples(cube));
    }
}
