package parallax.finding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parallax.questionnaire.Audience;

/** Samples of a cube, each made once. */
final class Samples {

    private final Cube cube;
    private final Map<Key, Sample> made = new ConcurrentHashMap<>();

    Samples(Cube cube) {
        this.cube = cube;
    }

    /** The rows of an audience at a place; empty if nobody of it answered. */
    Optional<Sample> find(Audience audience, Place place) {
        return cube.panel(audience)
                .map(panel -> made.computeIfAbsent(new Key(audience, place), key -> Sample.of(panel, place)));
    }

    private record Key(Audience audience, Place place) {}
}
