package parallax.study;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/** A row of study.wave_audience; lists and counts as JSON. */
public record FrameRow(
        String audience,
        @Nullable Integer people,
        String dispositions,
        @Nullable String askedItems,
        @Nullable String askedMeasures,
        String margins) {

    static FrameRow of(Audience audience, AudienceFrame frame) {
        return new FrameRow(
                audience.code(),
                frame.people(),
                StoredJson.write(frame.dispositions()),
                frame.askedItems() == null ? null : StoredJson.write(frame.askedItems()),
                frame.askedMeasures() == null
                        ? null
                        : StoredJson.write(frame.askedMeasures().stream()
                                .sorted()
                                .map(Measure::code)
                                .toList()),
                StoredJson.write(frame.margins()));
    }

    AudienceFrame toFrame() {
        return new AudienceFrame(
                people,
                StoredJson.numberMap(dispositions),
                askedItems == null ? null : StoredJson.numbers(askedItems),
                askedMeasures == null ? null : measures(askedMeasures),
                StoredJson.shares(margins));
    }

    private static Set<Measure> measures(String json) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        StoredJson.texts(json).forEach(code -> measures.add(Measure.ofCode(code)));
        return measures;
    }
}
