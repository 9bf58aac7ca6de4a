package parallax.response;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.SegmentVariable;

/**
 * The answers of a wave, read as often as asked for.
 *
 * @param questionnaire positions in the answers are its touchpoints
 * @param segments in the order of their bytes
 */
record AnswerSet(Questionnaire questionnaire, List<SegmentVariable> segments, Source source) {

    AnswerSet {
        segments = List.copyOf(segments);
    }

    /** Tells each response of an audience to a reader. */
    interface Source {

        void tell(Audience audience, Consumer<Response> reader);
    }

    static AnswerSet of(Questionnaire questionnaire, List<SegmentVariable> segments, List<Response> responses) {
        return new AnswerSet(
                questionnaire,
                segments,
                (audience, reader) -> responses.stream()
                        .filter(response -> response.audience() == audience)
                        .forEach(reader));
    }

    /** Value of each segment variable that the response has one of. */
    Map<String, String> segmentsOf(Response response) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < segments.size(); i++) {
            int position = response.segments()[i] & 0xff;
            if (position > 0) {
                values.put(segments.get(i).variable(), segments.get(i).values().get(position - 1));
            }
        }
        return values;
    }
}
