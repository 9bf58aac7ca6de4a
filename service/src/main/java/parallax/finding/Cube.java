package parallax.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parallax.questionnaire.Audience;
import parallax.response.Response;

/** A wave's answers in memory, column by column, without those who broke off. */
final class Cube {

    private final Map<Audience, Panel> panels;

    private Cube(Map<Audience, Panel> panels) {
        this.panels = panels;
    }

    static Builder of(FieldedWave wave) {
        return new Builder(wave, false);
    }

    /** As {@link #of(FieldedWave)}, and it knows the ids of the responses: a release marks who stands in its cells. */
    static Builder withIds(FieldedWave wave) {
        return new Builder(wave, true);
    }

    static Cube of(Map<Audience, Panel> panels) {
        return new Cube(panels);
    }

    /** The answers of an audience; empty if nobody answered. */
    Optional<Panel> panel(Audience audience) {
        return Optional.ofNullable(panels.get(audience));
    }

    /** Takes a wave's responses in any order; the cube does not depend on it. */
    static final class Builder implements Consumer<Response> {

        private final FieldedWave wave;
        private final boolean withIds;
        private final Map<Audience, PanelBuilder> builders = new EnumMap<>(Audience.class);

        private Builder(FieldedWave wave, boolean withIds) {
            this.wave = wave;
            this.withIds = withIds;
        }

        @Override
        public void accept(Response response) {
            if (!response.audience().ratesTouchpoints()) {
                return;
            }
            builders.computeIfAbsent(response.audience(), audience -> new PanelBuilder(wave, audience, withIds))
                    .add(response);
        }

        Cube build() {
            Map<Audience, Panel> panels = new EnumMap<>(Audience.class);
            builders.forEach((audience, builder) -> panels.put(audience, builder.build()));
            return new Cube(panels);
        }
    }
}
